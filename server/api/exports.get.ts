import { Hono } from 'hono'
import { z } from 'zod'
import { NotFoundError } from '../errors.ts'
import { exportOffers } from '../exports/export-offers.ts'
import { fileOf } from '../store/database.ts'
import type { ApiContext } from './api-context.ts'
import { offerSearchOf } from './offers/offer-search-of.ts'
import { validated } from './validated.ts'

const path = z.object({ ticket: z.string().regex(/^[\w-]{43}$/) })
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `GET /x/:ticket`: the file, once. The ticket is the right; it names the portal, the person and the filter. */
export function exportsGet(context: ApiContext) {
  return new Hono().get('/x/:ticket', validated('param', path), async (call) => {
    const asked = context.exports.redeem(call.req.valid('param').ticket)
    const room = asked && (await context.openRoom(asked.memberId))
    const file = room && fileOf(room.store)
    if (!asked || !file) throw new NotFoundError('This download is over: ask for it again')
    const now = new Date(context.now()).toISOString()
    const search = await offerSearchOf(room.store, asked.filter, now)
    const { format, language } = asked
    return new Response(exportOffers({ file, search, format, language }), {
      headers: {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="offers-${now.slice(0, 10)}.${format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}
