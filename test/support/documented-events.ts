import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** An event as the vendor's documentation prints what a handler gets. */
export interface DocumentedEvent {
  event: string
  scope: string | null
  /** Path of a key to its types; null where the page prints none. */
  payloadShape: Record<string, string> | null
}

/** `EVENT_SHAPES` names the file; without it, it is looked for beside the project. */
export const eventShapesFile = resolve(process.env['EVENT_SHAPES'] ?? '../shared/docs/event-shapes.json')

/** The documented events by name; null where the file is not on this machine. */
export function readEventShapes(): Map<string, DocumentedEvent> | null {
  if (!existsSync(eventShapesFile)) return null
  const { events } = JSON.parse(readFileSync(eventShapesFile, 'utf8')) as { events: DocumentedEvent[] }
  return new Map(events.map((one) => [one.event, one]))
}

/** `data[FIELDS][ID]` and its like, with numbers for places in lists and keys that are ids. */
export function formPath(path: string): RegExp {
  const steps = path.match(/(?:\\.|[^.[])+|\[\]/g) ?? []
  const [first = '', ...rest] = steps
  const inner = rest.map((step) => (step === '[]' || step === '{}' ? '\\[\\d+\\]' : `\\[${step}\\]`)).join('')
  return new RegExp(`^${first}${inner}(?:\\[|$)`)
}
