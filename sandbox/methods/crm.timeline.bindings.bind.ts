import { isSameCard } from '../rules/cards.ts'
import { withoutCode } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { anyCase, toMap } from '../rules/params.ts'
import { bindingCard, boundCards, boundRecord } from '../rules/timeline/bindings.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  run(call) {
    const { portal } = call
    const fields = toMap(anyCase(call.params, 'fields'))
    const comment = boundRecord(call, fields)
    const card = bindingCard(call, fields)
    if (boundCards(portal.state, comment).some((known) => isSameCard(known, card)))
      throw withoutCode('Binding already exists.')
    portal.state.timeline.bindings.add({ recordId: comment.id, card })
    portal.announce({ kind: 'timeline', cards: [card] })
    return { result: true }
  },
}
