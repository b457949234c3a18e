import { Hono } from 'hono'
import { revealsQuery, type RevealsAnswer } from '../../contract/reveals.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import { readChosen } from '../store/chosen-settings.ts'
import { readPeople } from '../store/people.ts'
import { countReveals, listReveals } from '../store/reveals.ts'
import type { ApiContext } from './api-context.ts'
import { revealSight, seesAll, todaySince } from './reveals/reveal-sight.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { requirePage, requireRole, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const PAGE = 100
export const REVEAL_READERS = ['head', 'director', 'admin'] as const

/** `GET /api/reveals`: who was given which numbers. For heads of their people, for directors of all. */
export function revealsGet(context: ApiContext) {
  return new Hono().get('/api/reveals', signedIn(context), validated('query', revealsQuery), async (call) => {
    const { viewer, room } = call.var
    requirePage(viewer)
    requireRole(viewer, ...REVEAL_READERS)
    return call.json(await revealsFor(context, room, viewer, call.req.valid('query')))
  })
}

export async function revealsFor(
  context: ApiContext,
  { store }: PortalRoom,
  viewer: Viewer,
  query: { userId?: number | undefined; before?: number | undefined },
): Promise<RevealsAnswer> {
  const sight = await revealSight(store, viewer)
  const { userId } = query
  const userIds = userId === undefined ? sight : [userId].filter((id) => sight === null || sight.includes(id))
  const rows = await listReveals(store, { userIds, before: query.before ?? null, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  const most = await readChosen(store, 'revealsPerDay')
  const today = await countReveals(store, todaySince(context.now()), sight)
  const people = await readPeople(
    store,
    [...page, ...today].map((one) => one.userId),
  )
  const titles = await readCompanyTitles(
    store,
    page.map(({ companyId }) => companyId),
  )
  const named = (id: number) => ({ id, name: people.get(id)?.name ?? `№ ${id}` })
  return {
    reveals: page.map((row) => ({
      id: row.id,
      by: named(row.userId),
      company: { id: row.companyId, name: titles.get(row.companyId) ?? `№ ${row.companyId}` },
      load:
        (row.loadKind === 'request' || row.loadKind === 'order') && row.loadId !== null
          ? { kind: row.loadKind, id: row.loadId }
          : null,
      why: row.why === 'message' || row.why === 'copy' ? row.why : 'call',
      at: row.at,
    })),
    next: rows.length > PAGE ? page.at(-1)!.id : null,
    today: today.map(({ userId: id, count }) => ({ ...named(id), count, many: count > most })),
    masked: await readChosen(store, 'phonesMasked'),
    maySet: seesAll(viewer.roles),
  }
}
