import type { NewStep } from '../../store/outbox.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import type { RefusableCard } from './refusable-card.ts'

/**
 * What a feature does in the portal when a load is gone: a publication taken off a board, the mark of a broadcast
 * cleared. Its steps join the chain that closes the card; `lost` is the position of the step that closes it.
 */
export type AfterLoss = (loss: {
  room: PortalRoom
  row: RefusalRow
  card: RefusableCard
  lost: number
}) => Promise<NewStep[]>

/** Every feature that has to hear of a load that is gone. */
export const AFTER_LOSS: readonly AfterLoss[] = []
