import { wrongContext } from '../rules/activities/access.ts'
import type { Method } from '../rules/method.ts'
import { blocksOf, blocksRecord } from '../rules/timeline/blocks.ts'

export const method: Method = {
  scope: 'crm',
  appOnly: wrongContext,
  run: (call) => ({ result: { layout: blocksOf(call, blocksRecord(call, 'read'))?.layout ?? null } }),
}
