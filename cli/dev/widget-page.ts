import { readFile } from 'node:fs/promises'
import type { ViteDevServer } from 'vite'

/** A widget's page as the development server gives it: sources instead of built files, and the hot reload. */
export async function transformWidgetPage(vite: ViteDevServer, widget: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(widget)) throw new Error(`${widget} is not the name of a widget`)
  const source = await readFile(`widgets/${widget}/index.html`, 'utf8')
  // The page is answered at /w/<widget>, so what it names beside itself has to be named from the root.
  const rooted = source.replaceAll(/(src|href)="\.\//g, `$1="/${widget}/`)
  return vite.transformIndexHtml(`/${widget}/index.html`, rooted)
}
