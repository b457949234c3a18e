import { html } from 'hono/html'
import { assetUrl } from '../card/assets.ts'
import type { Html } from '../card/shell.ts'
import { wordsIn, type Language } from './words.ts'

/** The bare page; everything in it is drawn by its script. */
export function inspectorPage(options: {
  company: string
  address: string
  language: Language
  theme: 'light' | 'dark'
}): Html {
  const words = wordsIn(options.language)
  const data = { ...options, words }
  return html`<!doctype html>
    <html lang="${options.language}" data-theme="${options.theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.inspector} — ${options.company}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${assetUrl('inspector.css')}" />
        <script type="module" src="${assetUrl('inspector.js')}"></script>
      </head>
      <body data-page="${JSON.stringify(data)}"></body>
    </html>`
}
