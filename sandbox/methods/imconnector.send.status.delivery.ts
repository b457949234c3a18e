import { argumentId, argumentText } from '../rules/channels/arguments.ts'
import { connectorOf } from '../rules/channels/connectors.ts'
import { emptyArgument, wrongAuthType } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toInteger, toMap, toText } from '../rules/params.ts'
import { asList } from '../rules/values.ts'

/** The application has handed an employee's message over. */
export const method: Method = {
  scope: 'imopenlines',
  isWrite: true,
  appOnly: wrongAuthType,
  run(call) {
    argumentText(call, 'CONNECTOR')
    argumentId(call, 'LINE')
    const rows = asList(anyCase(call.params, 'MESSAGES')).map(toMap)
    if (rows.length === 0) throw emptyArgument('MESSAGES')
    connectorOf(call)
    const { messages } = call.portal.state.channels
    for (const row of rows) {
      const id = toInteger(toMap(row['im'])['message_id']) ?? 0
      const [outsideId] = asList(toMap(row['message'])['id'])
      for (const message of messages.marked(`message/${id}`))
        messages.save({ ...message, status: 'delivered', outsideId: toText(outsideId) })
    }
    return { result: { SUCCESS: true, DATA: [] } }
  },
}
