import { notFound } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { formatInstant } from '../rules/time.ts'
import { noteAt, notePlace } from '../rules/timeline/notes.ts'

export const method: Method = {
  scope: 'crm',
  run(call) {
    const note = noteAt(call, notePlace(call, 'read'))
    if (!note) throw notFound()
    return {
      result: {
        text: note.text,
        createdById: note.createdBy,
        createdTime: formatInstant(note.created),
        updatedById: note.updatedBy,
        updatedTime: formatInstant(note.updated),
      },
    }
  },
}
