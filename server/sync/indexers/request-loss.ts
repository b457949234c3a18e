import type { SchemaMap } from '../../portal/schema-map.ts'
import type { RequestLossRow } from '../../store/refusal-rows.ts'
import { createItemReader, type Item } from './item-reader.ts'

/** Why a request was lost, as its card says. A reason the portal added itself is kept by its own code. */
export function indexRequestLoss(item: Item, requestId: number, map: SchemaMap): RequestLossRow {
  const read = createItemReader(item, map.processes.request)
  return {
    requestId,
    reason: read.element('LOST_REASON'),
    comment: read.text('LOST_COMMENT', 2000),
    nextContactOn: read.day('NEXT_CONTACT_ON'),
  }
}
