import { argumentText } from '../rules/channels/arguments.ts'
import { isActive } from '../rules/channels/connectors.ts'
import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger } from '../rules/params.ts'

export const method: Method = {
  scope: 'imopenlines',
  appOnly: wrongAuthType,
  run(call) {
    const code = argumentText(call, 'CONNECTOR')
    const line = toInteger(anyCase(call.params, 'LINE')) ?? 0
    const isOn = isActive(call, code, line)
    return { result: { LINE: line, CONNECTOR: code, ERROR: false, CONFIGURED: isOn, STATUS: isOn } }
  },
}
