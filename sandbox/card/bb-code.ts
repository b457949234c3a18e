import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

const TAG = /\[(\/?)(b|i|u|s|url|user)(?:=([^\]]*))?\]/gi
const PLAIN = new Set(['b', 'i', 'u', 's'])

/**
 * Shows the BB-code a portal's comments are written in: `[b] [i] [u] [s] [url] [user]`. Everything else is text:
 * whatever looks like HTML is escaped, links lead only to http(s) or to this portal, unclosed tags are closed.
 */
export function bbCode(text: string): HtmlEscapedString {
  const open: OpenTag[] = []
  let html = ''
  let at = 0
  for (const found of text.matchAll(TAG)) {
    html += escaped(text.slice(at, found.index))
    at = found.index + found[0].length
    const name = (found[2] ?? '').toLowerCase()
    html += found[1] ? closing(open, name) : opening(open, name, found[3], text.slice(at))
  }
  html += escaped(text.slice(at))
  while (open.length > 0) html += open.pop()?.end ?? ''
  return raw(html.replaceAll(/\r?\n/g, '<br>')) as HtmlEscapedString
}

interface OpenTag {
  name: string
  end: string
}

/** `rest` is what follows the tag: `[url]` without a value takes its address from there. */
function opening(open: OpenTag[], name: string, value: string | undefined, rest: string): string {
  if (PLAIN.has(name)) return begin(open, name, `<${name}>`, `</${name}>`)
  const href = hrefOf(name, value ?? rest.slice(0, Math.max(0, rest.search(/\[\/url\]/i))))
  if (href === null) return begin(open, name, '<span>', '</span>')
  const elsewhere = href.startsWith('/') ? '' : ' target="_blank" rel="noopener noreferrer"'
  return begin(open, name, `<a href="${escaped(href)}"${elsewhere}>`, '</a>')
}

function begin(open: OpenTag[], name: string, start: string, end: string): string {
  open.push({ name, end })
  return start
}

/** A tag that closes nothing, or not what was opened last, is left out. */
function closing(open: OpenTag[], name: string): string {
  return open.at(-1)?.name === name ? (open.pop()?.end ?? '') : ''
}

function hrefOf(name: string, value: string): string | null {
  if (name === 'user') return /^\d+$/.test(value) ? `/company/personal/user/${value}/` : null
  if (/^https?:\/\/\S+$/i.test(value)) return value
  return /^\/(?![/\\])\S*$/.test(value) ? value : null
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
