import { accessDenied, RestError } from '../rules/errors.ts'
import { checkHandler } from '../rules/handler-url.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toText } from '../rules/params.ts'

const invalid = (what: string): RestError => new RestError(400, 'ERROR_SENDER_VALIDATION_FAILURE', what)

export const method: Method = {
  scope: 'messageservice',
  isWrite: true,
  appOnly: () => accessDenied('Access denied! Application context required'),
  adminOnly: () => accessDenied('Access denied! Admin permissions required'),
  run({ portal, params }) {
    const text = (name: string): string => toText(anyCase(params, name)).trim()
    const [code, type, handler] = [text('CODE'), text('TYPE').toUpperCase(), text('HANDLER')]
    if (code === '') throw invalid('Empty sender code!')
    if (!/^[a-z0-9.\-_]+$/i.test(code)) throw invalid('Wrong sender code!')
    if (handler === '') throw invalid('Empty sender handler!')
    checkHandler(handler)
    const name = anyCase(params, 'NAME')
    const isNamed = typeof name === 'object' && name !== null ? Object.keys(name).length > 0 : toText(name) !== ''
    if (!isNamed) throw invalid('Empty sender name!')
    if (type === '') throw invalid('Empty sender message type!')
    if (type !== 'SMS') throw invalid('Unknown sender message type!')
    const { senders } = portal.state.channels
    if (senders.marked(code).length > 0)
      throw new RestError(400, 'ERROR_SENDER_ALREADY_INSTALLED', 'Sender already installed!')
    senders.add({ code, type, handler, name })
    return { result: true }
  },
}
