import type { Badge } from '../../state/activities.ts'
import { notFound, RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { toText } from '../params.ts'

/** A word that must be there, in this family's own words. */
export function requiredWord(call: Call, name: string): unknown {
  const value = call.params[name]
  const isEmpty =
    value === undefined ||
    value === null ||
    (typeof value === 'object' ? Object.keys(value).length === 0 : toText(value).trim() === '')
  if (isEmpty) throw new RestError(400, 'REQUIRED_ARG_MISSING', `Required argument "${name}" is missing`)
  return value
}

/** The mark named by `code`. Throws NOT_FOUND. */
export function badgeOf(call: Call): Badge {
  const [badge] = call.portal.state.activities.badges.marked(toText(call.params['code']))
  if (!badge) throw notFound('Not found.')
  return badge
}

/** Texts in several languages are answered in the portal's own. */
export function printBadge(call: Call, { code, title, value, type }: Badge): Record<string, unknown> {
  return { code, title: ownLanguage(call, title), value: ownLanguage(call, value), type }
}

function ownLanguage(call: Call, text: unknown): string {
  if (typeof text !== 'object' || text === null) return toText(text)
  const texts = text as Record<string, unknown>
  return toText(texts[call.portal.language] ?? texts['en'] ?? Object.values(texts)[0])
}
