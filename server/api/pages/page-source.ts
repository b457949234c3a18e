import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NotFoundError } from '../../errors.ts'

/** Where a widget's page comes from: built files, or the development server's transformed source. */
export interface PageSource {
  /** `head` ends where the boot block goes, just before `</body>`. */
  read(widget: string): Promise<PageParts>
}

export interface PageParts {
  head: string
  tail: string
}

const MARK = '<!--reis-boot-->'

/** Throws when a page has no place for its boot block: such a page could never start. */
export function splitPage(html: string, widget: string): PageParts {
  const at = html.indexOf(MARK)
  if (at < 0) throw new Error(`The page of ${widget} has no ${MARK}`)
  return { head: html.slice(0, at), tail: html.slice(at + MARK.length) }
}

/** Built pages, read once. Throws NotFoundError for a widget that was not built. */
export function createBuiltPages(folder: string): PageSource {
  const pages = new Map<string, Promise<PageParts>>()
  return {
    read(widget) {
      const known = pages.get(widget)
      if (known) return known
      const page = readFile(join(folder, widget, 'index.html'), 'utf8').then(
        (html) => splitPage(html, widget),
        () => {
          pages.delete(widget)
          throw new NotFoundError(`There is no page for ${widget}`)
        },
      )
      pages.set(widget, page)
      return page
    },
  }
}
