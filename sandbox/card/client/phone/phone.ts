import { send } from '../api.ts'
import { host } from '../host.ts'
import { refreshCard } from '../live-card.ts'
import { pageId, word } from '../page.ts'
import { openCallCard } from './call-card.ts'
import type { CallCard } from './call-card.ts'
import type { Call } from './call.ts'

/** One call this page's applications or links asked the portal to make. */
export interface PortalCall {
  kind: 'phone' | 'user'
  /** The number as the application gave it, or the id of a colleague. */
  target: string
  at: string
  params: unknown
}

const cards = new Map<string, CallCard>()
/** Closed on this page; the server may still name them. */
const closed = new Set<string>()

/** Shows the cards of the calls the portal knows of now, and puts away those it knows no more. */
export function showCalls(calls: Call[]): void {
  for (const call of calls) {
    const card = cards.get(call.id)
    if (card) card.update(call)
    else if (!closed.has(call.id) && !isPast(call))
      cards.set(
        call.id,
        openCallCard(call, () => forget(call.id)),
      )
  }
  for (const [id, card] of cards) if (!calls.some((call) => call.id === id)) card.remove()
}

function forget(id: string): void {
  cards.delete(id)
  closed.add(id)
}

/** A page that opens after the talk shows nothing of it. */
const isPast = (call: Call): boolean => call.isOver && call.failedCode === null

/** Makes the portal begin a call of this person; nothing is really dialled. */
export async function dial(body: Record<string, unknown>): Promise<void> {
  try {
    await send('phone-calls', { ...body, pageId })
    await refreshCard()
  } catch (error) {
    host().toast(error instanceof Error ? error.message : word('failed'), 'error')
  }
}
