import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** What a page asks for in its mark: `<!--reis-skeleton shape: label-->`. */
const MARK = /<!--reis-skeleton ([a-z]+): ([^<>&"]+)-->/
const STYLE_MARK = '<!--reis-skeleton-style-->'

const ROW = '<p><i></i><i></i><i></i><i></i><i></i></p>'

/** What stands where the widget will be, until it is there; each as tall as what comes in its place. */
const SHAPES: Record<string, string> = {
  list: [
    '<div class="bones-top"><i style="width:34%;height:16px"></i><i style="width:58%;margin-top:14px"></i></div>',
    `<div class="bones-list"><i style="width:26%;height:16px;margin-bottom:18px"></i>${ROW.repeat(8)}</div>`,
  ].join(''),
  form: '<div class="bones-form"><i style="width:46%;height:22px"></i><i style="width:70%"></i><i></i><i></i><i style="width:30%"></i></div>',
  steps:
    '<div class="bones-steps"><i style="width:46%;height:18px"></i><i></i><i style="width:82%"></i><i style="width:60%"></i></div>',
}

/**
 * Puts the skeleton's style and its bones into a widget's page, so that something of the right size is on the screen
 * with the first bytes, before any script. Throws for a page without both marks, or a shape that nobody drew.
 */
export function withSkeleton(html: string, style: string): string {
  const mark = MARK.exec(html)
  if (!mark || !html.includes(STYLE_MARK)) throw new Error(`The page has no ${STYLE_MARK} or no skeleton to draw`)
  const [whole, shape = '', label] = mark
  const bones = SHAPES[shape]
  if (!bones) throw new Error(`Nobody drew a skeleton called ${shape}`)
  return html
    .replace(STYLE_MARK, () => `<style>\n${style}</style>`)
    .replace(whole, () => `<div class="bones" aria-busy="true" aria-label="${label}">${bones}</div>`)
}

/** The same in a build and in development. */
export function pageSkeleton(): Plugin {
  const style = readFileSync(new URL('./skeleton.css', import.meta.url), 'utf8')
  return {
    name: 'reis-page-skeleton',
    transformIndexHtml: { order: 'pre', handler: (html) => withSkeleton(html, style) },
  }
}
