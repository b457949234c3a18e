import { argumentText } from '../rules/channels/arguments.ts'
import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'

/** Documented at https://apidocs.bitrix24.com/api-reference/imopenlines/imconnector/imconnector-unregister.html */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { connectors, active } = call.portal.state.channels
    const [known] = connectors.marked(argumentText(call, 'ID'))
    if (!known) return { result: { result: false } }
    connectors.remove(known.id)
    for (const one of active.marked(known.code)) active.remove(one.id)
    return { result: { result: true } }
  },
}
