import type { CardReference } from '../../../contract/card.ts'
import type { OffersAnswer } from '../../../contract/offers.ts'
import type { Role } from '../../../contract/codes.ts'
import { NotAllowedError } from '../../errors.ts'
import type { ApiContext } from '../api-context.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { offersOfCarrier } from './offers-of-carrier.ts'
import { offersOfLoad } from './offers-of-load.ts'
import { offersOfPortal } from './offers-of-portal.ts'

/** Offers are shared within logistics and sales; nobody else has business with what carriers ask. */
export const OFFER_READERS: readonly Role[] = ['logist', 'manager', 'head', 'director', 'admin']

/** The widget's data wherever it stands: in a load, in a carrier's card, or on its own page (`card` null). */
export async function offersFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  card: CardReference | null,
): Promise<OffersAnswer> {
  if (card === null) return offersOfPortal(context, room, viewer, {}, null)
  const { kind, id } = card
  if (kind === 'request' || kind === 'order') return offersOfLoad(context, room, viewer, { kind, id })
  if (kind === 'carrier') return offersOfCarrier(context, room, { kind, id })
  // A client's card has the tab, too: it says that he is no carrier, and shows nothing of him.
  if (kind === 'company') return offersOfCarrier(context, room, { kind, id })
  throw new NotAllowedError('no_right', 'This widget does not open in this place')
}
