import { wrongContext } from '../rules/activities/access.ts'
import type { Method } from '../rules/method.ts'
import { blocksOf, blocksRecord } from '../rules/timeline/blocks.ts'

export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const known = blocksOf(call, blocksRecord(call, 'write'))
    if (known) call.portal.state.timeline.blocks.remove(known.id)
    call.portal.announce({ kind: 'timeline', cards: [] })
    return { result: { success: true } }
  },
}
