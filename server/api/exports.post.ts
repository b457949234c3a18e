import { Hono } from 'hono'
import { exportInput, offerFilter } from '../../contract/offers.ts'
import { InvalidInputError, NotAllowedError } from '../errors.ts'
import type { ApiContext } from './api-context.ts'
import { OFFER_READERS } from './offers/offers-for.ts'
import { mayExport } from './offers/offers-of-portal.ts'
import { requirePage, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `POST /api/exports/offers`: an address for one download within a minute. A browser saves a large file to the disk
 * by itself only from an address, and an address cannot carry a session.
 */
export function exportsPost(context: ApiContext) {
  return new Hono().post('/api/exports/offers', signedIn(context), validated('json', exportInput), async (call) => {
    const { format, filter } = call.req.valid('json')
    const { viewer, room } = call.var
    requirePage(viewer)
    requireRole(viewer, ...OFFER_READERS)
    if (!(await mayExport(room, viewer))) throw new NotAllowedError('no_right', 'Only heads take the list out')
    const parsed = offerFilter.safeParse(filter)
    if (!parsed.success)
      throw new InvalidInputError('This filter cannot be read', [{ path: 'filter', message: 'wrong' }])
    const { memberId, language, userId } = viewer
    const ticket = context.exports.issue({ memberId, language, userId, format, filter: parsed.data })
    return call.json({ url: `/x/${ticket}` }, 201)
  })
}
