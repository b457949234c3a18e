import { accessDenied, RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

const states = ['queued', 'sent', 'delivered', 'undelivered', 'failed']

/** The provider says what became of a message it was given. */
export const method: Method = {
  scope: 'messageservice',
  isWrite: true,
  appOnly: () => accessDenied('Access denied! Application context required'),
  run({ portal, params }) {
    const text = (name: string): string => toText(anyCase(params, name)).trim()
    const [code, messageId, status] = [text('CODE'), text('MESSAGE_ID'), text('STATUS')]
    if (code === '') throw new RestError(400, 'ERROR_SENDER_VALIDATION_FAILURE', 'Empty sender code!')
    const [known] = portal.state.channels.texts.marked(`${code}/${messageId}`)
    if (messageId === '' || !known) throw new RestError(400, 'ERROR_MESSAGE_NOT_FOUND', 'Message not found!')
    if (!states.includes(status))
      throw new RestError(400, 'ERROR_MESSAGE_STATUS_INCORRECT', 'Message status incorrect!')
    portal.state.channels.texts.save({ ...known, status })
    return { result: true }
  },
}
