import { notFound } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { noteAt, notePlace } from '../rules/timeline/notes.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const note = noteAt(call, notePlace(call, 'write'))
    if (!note) throw notFound()
    call.portal.state.timeline.notes.remove(note.id)
    call.portal.announce({ kind: 'timeline', cards: [] })
    return { result: true }
  },
}
