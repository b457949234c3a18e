import { ask, send } from './api.ts'
import { host, outermost } from './host.ts'
import { page, pageId, word } from './page.ts'
import type { Call } from './phone/call.ts'

interface Live {
  /** Names the state of the portal this answer was made from. */
  revision: string
  /** All absent where nothing changed since the known revision; the card also where nothing on it changed. */
  unread?: number
  calls?: Call[]
  card?: { signature: string; title: string; parts: Record<string, string> }
}

const EVERY_MS = 1500
let revision = ''
let showCalls: (calls: Call[]) => void = () => undefined

/** Keeps the bell and, on a card, its stages, fields and timeline as the portal has them now; calls go to `onCalls`. */
export function keepLive(onCalls: (calls: Call[]) => void): void {
  // A page in a slider leaves calls to the window it lies over.
  if (outermost() === window) showCalls = onCalls
  void refreshCard().catch(() => undefined)
  setInterval(() => {
    if (document.visibilityState === 'visible') void refreshCard().catch(() => undefined)
  }, EVERY_MS)
}

/** Re-reads what the page shows; parts are replaced only when something changed. */
export async function refreshCard(): Promise<void> {
  const { card } = page()
  const known = { revision, pageId, known: card?.signature ?? '' }
  const query = card ? { ...known, entityTypeId: String(card.entityTypeId), id: String(card.id) } : known
  const live = await ask<Live>('live', query)
  revision = live.revision
  if (live.unread !== undefined) showUnread(live.unread)
  if (live.calls) showCalls(live.calls)
  if (!card || !live.card) return
  card.signature = live.card.signature
  const title = document.querySelector('#pagetitle')
  if (title && title.textContent !== live.card.title) title.textContent = live.card.title
  for (const [name, html] of Object.entries(live.card.parts)) replacePart(name, html)
  for (const listener of drawn) listener()
}

const saved: (() => void)[] = []

const drawn: (() => void)[] = []

/** Calls back whenever parts of the card have been drawn anew. */
export function whenDrawn(listener: () => void): void {
  drawn.push(listener)
}

/** Calls back whenever somebody has saved the item on this page. */
export function whenSaved(listener: () => void): void {
  saved.push(listener)
}

/** Sends what a person did on the card, then shows the card as it became. */
export async function change(path: string, body: Record<string, unknown>): Promise<boolean> {
  try {
    const { card } = page()
    await send(path, { entityTypeId: card?.entityTypeId, id: card?.id, ...body })
    await refreshCard()
    if (path === 'stage') for (const listener of saved) listener()
    return true
  } catch (error) {
    host().toast(error instanceof Error ? error.message : word('failed'), 'error')
    return false
  }
}

/** The server's escaped HTML for one part; what the reader unfolded stays unfolded. */
function replacePart(name: string, html: string): void {
  const part = document.querySelector<HTMLElement>(`[data-live="${name}"]`)
  if (!part) return
  const unfolded = part.querySelector('details.fields-empty')?.hasAttribute('open') ?? false
  part.innerHTML = html
  if (unfolded) part.querySelector('details.fields-empty')?.setAttribute('open', '')
}

function showUnread(count: number): void {
  const badge = document.querySelector<HTMLElement>('[data-unread]')
  if (!badge) return
  badge.textContent = count > 99 ? '99+' : String(count)
  badge.hidden = count === 0
}
