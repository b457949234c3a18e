import type { LogMessage } from '../../state/timeline.ts'
import { mayTouch } from '../cards.ts'
import { accessDenied, missingParameter, notFound } from '../errors.ts'
import type { Call } from '../method.ts'
import { requiredId } from '../params.ts'
import { formatInstant } from '../time.ts'

/** The line named by `id`, for one who may read or change its card. */
export function logMessageOf(call: Call, action: 'read' | 'write'): LogMessage {
  if (call.params['id'] === undefined) throw missingParameter('id')
  const id = requiredId(call.params, 'id')
  const message = call.portal.state.timeline.messages.get(id)
  if (!message || !mayTouch(call, message.card, 'read')) throw notFound(`Timeline logmessage not found for id ${id}`)
  if (action === 'write' && !mayTouch(call, message.card, 'write')) throw accessDenied()
  return message
}

export function printLogMessage(message: LogMessage): Record<string, unknown> {
  const { id, authorId, title, text, iconCode } = message
  return { id, created: formatInstant(message.created), authorId, title, text, iconCode }
}
