import { Hono } from 'hono'
import { z } from 'zod'
import { offerDecisionInput, type OfferDecisionInput } from '../../contract/offers.ts'
import type { Write } from '../../contract/write.ts'
import { InvalidInputError } from '../errors.ts'
import { findChain, readWrite } from '../store/outbox.ts'
import type { ApiContext } from './api-context.ts'
import { decideOffer } from './offers/decide-offer.ts'
import { OFFER_READERS } from './offers/offers-for.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const path = z.object({ id: z.coerce.number().int().positive() })

/** `POST /api/offers/:id/decisions`: accept, decline, bargain, award, extend … The same key again is the same decision. */
export function offerDecisionsPost(context: ApiContext) {
  return new Hono().post(
    '/api/offers/:id/decisions',
    signedIn(context),
    validated('param', path),
    validated('json', offerDecisionInput),
    async (call) => {
      const { id } = call.req.valid('param')
      const input = call.req.valid('json')
      const { viewer, room } = call.var
      requireRole(viewer, ...OFFER_READERS)
      const known = await sameDecision(room, viewer, id, input)
      if (known) return call.json({ write: known })
      const accepted = await decideOffer(context, room, viewer, id, input)
      return call.json({ write: accepted ?? (await sameDecision(room, viewer, id, input))! }, 202)
    },
  )
}

/** What stands under the key, if it is this very decision of this person; null when the key is new. */
async function sameDecision(
  { store }: PortalRoom,
  viewer: Viewer,
  offerId: number,
  input: OfferDecisionInput,
): Promise<Write | null> {
  const chain = await findChain(store, input.key)
  if (!chain) return null
  const isSame =
    chain.userId === viewer.userId &&
    chain.kind === 'offer-decision' &&
    chain.input === JSON.stringify({ offerId, ...input })
  if (!isSame)
    throw new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
  return readWrite(store, chain)
}
