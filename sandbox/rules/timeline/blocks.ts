import { recordMark, type ExtraBlocks } from '../../state/timeline.ts'
import { cardOf } from '../cards.ts'
import type { Call } from '../method.ts'
import { requiredId } from '../params.ts'
import { checkRecordOnCard } from './records.ts'

/** The record of history that an application adds blocks to. Throws OWNER_NOT_FOUND, NOT_FOUND or ACCESS_DENIED. */
export function blocksRecord(call: Call, action: 'read' | 'write'): number {
  const card = cardOf(call, call.params, ['entityTypeId', 'entityId'], action)
  const recordId = requiredId(call.params, 'timelineId')
  checkRecordOnCard(call, recordId, card)
  return recordId
}

export const blocksOf = (call: Call, recordId: number): ExtraBlocks | null =>
  call.portal.state.timeline.blocks.marked(recordMark(recordId))[0] ?? null
