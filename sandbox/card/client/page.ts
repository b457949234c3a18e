/** What the server tells the page's own script; names only, no tokens. */
export interface PageData {
  viewerId: number
  language: 'ru' | 'en'
  /** The page stands inside a slider: no left menu, no top bar. */
  slider: boolean
  clientId: string
  /** Present on an item's card. */
  card?: { entityTypeId: number; id: number; signature: string }
  /** The applications in the call card, as they were when this page was opened. */
  callTabs: { placementId: string; title: string }[]
  /** Ids of the placements that run hidden on every page. */
  workers: string[]
  words: Record<string, string>
}

let known: PageData | undefined

/** The data of this page, read once from the body's attribute. */
export function page(): PageData {
  known ??= JSON.parse(document.body.dataset.page ?? '{}') as PageData
  return known
}

/** A word of the interface; the key itself where the server sent none. */
export function word(key: string): string {
  return page().words[key] ?? key
}

/** Tells this opening of the page from every other. Not from `crypto.randomUUID`: that needs https. */
export const pageId: string = crypto.getRandomValues(new Uint32Array(4)).join('')
