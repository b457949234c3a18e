import { missingParameter } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { toText } from '../rules/params.ts'
import { noteAt, notePlace } from '../rules/timeline/notes.ts'

/** A record has one note: the next takes the place of the one before. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal, caller } = call
    const { notes } = portal.state.timeline
    const place = notePlace(call, 'write')
    const text = toText(call.params['text']).trim()
    if (text === '') throw missingParameter('text')
    const now = Math.floor(portal.now() / 1000)
    const known = noteAt(call, place)
    if (known) notes.save({ ...known, text, updatedBy: caller.userId, updated: now })
    else notes.add({ ...place, text, createdBy: caller.userId, created: now, updatedBy: caller.userId, updated: now })
    portal.announce({ kind: 'timeline', cards: [] })
    return { result: true }
  },
}
