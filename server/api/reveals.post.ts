import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { revealInput } from '../../contract/actions.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import { isCarrier, readCarrierPhones } from '../store/phones.ts'
import { recordReveal } from '../store/reveals.ts'
import type { ApiContext } from './api-context.ts'
import { OFFER_READERS } from './offers/offers-for.ts'
import { mayShowNumbers } from './reveals/may-show-numbers.ts'
import { followReveal } from './reveals/after-reveal.ts'
import { requireCard, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const HOUR_MS = 3_600_000
/** A logist calls twenty or thirty carriers an hour; whoever asks for more is copying the base. */
const MOST_AN_HOUR = 120

/** `POST /api/reveals`: one full number for the portal's telephony, and a record of who was given it. */
export function revealsPost(context: ApiContext) {
  return new Hono().post('/api/reveals', signedIn(context), validated('json', revealInput), async (call) => {
    const { load, companyId, why } = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, load)
    requireRole(viewer, ...OFFER_READERS)
    // A call hands the number to the portal's telephony; to see it is another right.
    if (why !== 'call' && !(await mayShowNumbers(room.store, viewer.roles)))
      throw new NotAllowedError('no_right', 'Whole numbers are shown to others in this portal')
    const phone = (await isCarrier(room.store, companyId))
      ? (await readCarrierPhones(room.store, [companyId])).get(companyId)?.phone
      : undefined
    if (!phone) throw new NotFoundError('This carrier has no phone number')
    const reveal = {
      userId: viewer.userId,
      companyId,
      loadKind: load.kind,
      loadId: load.id,
      why,
      at: new Date(context.now()).toISOString(),
    }
    const since = new Date(context.now() - HOUR_MS).toISOString()
    if (!(await recordReveal(room.store, reveal, { since, most: MOST_AN_HOUR })))
      throw new NotAllowedError('no_right', 'Too many numbers within an hour; ask the head of your department')
    await followReveal(room, { ...reveal, userName: viewer.userName }, context.now(), randomUUID())
    return call.json({ phone })
  })
}
