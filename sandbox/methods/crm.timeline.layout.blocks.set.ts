import { wrongContext } from '../rules/activities/access.ts'
import { readExtraBlocks } from '../rules/activities/layout.ts'
import { RestError } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { required } from '../rules/params.ts'
import { blocksOf, blocksRecord } from '../rules/timeline/blocks.ts'

/** Lines of applications take none, and activities have a method of their own. */
export const method: Method = {
  scope: 'crm',
  isWrite: true,
  appOnly: wrongContext,
  run(call) {
    const recordId = blocksRecord(call, 'write')
    if (!call.portal.state.comments.get(recordId))
      throw new RestError(400, 'UNSUITABLE_TIMELINE_ITEM', 'This record takes no additional blocks')
    const layout = readExtraBlocks(required(call.params, 'layout'))
    const known = blocksOf(call, recordId)
    const { blocks } = call.portal.state.timeline
    if (known) blocks.save({ ...known, layout })
    else blocks.add({ recordId, layout })
    call.portal.announce({ kind: 'timeline', cards: [] })
    return { result: { success: true } }
  },
}
