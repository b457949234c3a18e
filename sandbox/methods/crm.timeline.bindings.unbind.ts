import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { bindingCard, boundRecord, unbind } from '../rules/timeline/bindings.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const fields = toMap(anyCase(call.params, 'fields'))
    const comment = boundRecord(call, fields)
    const card = bindingCard(call, fields)
    unbind(call.portal.state, comment, card)
    call.portal.announce({ kind: 'timeline', cards: [card] })
    return { result: true }
  },
}
