import { argumentId, argumentText } from '../rules/channels/arguments.ts'
import { connectorOf } from '../rules/channels/connectors.ts'
import { wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { isYes } from '../rules/params.ts'

export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    const { active } = call.portal.state.channels
    argumentText(call, 'CONNECTOR')
    const line = argumentId(call, 'LINE')
    const isOn = isYes(argumentText(call, 'ACTIVE'))
    const { code } = connectorOf(call)
    const known = active.marked(`${code}/${line}`)
    if (isOn && known.length === 0) active.add({ code, line })
    if (!isOn) for (const one of known) active.remove(one.id)
    return { result: true }
  },
}
