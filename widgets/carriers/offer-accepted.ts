import type { OfferInput } from '../../contract/actions.ts'
import type { CarrierRow } from '../../contract/carriers.ts'
import type { Write } from '../../contract/write.ts'

/** An offer the server has taken: it is in the outbox and on its way to the portal. */
export interface OfferAccepted {
  row: CarrierRow
  input: OfferInput
  write: Write
}
