import { Hono } from 'hono'
import type { MatchRule, RulesAnswer } from '../../contract/match-rules.ts'
import { readCompanyTitles } from '../store/candidates.ts'
import { readClientOf } from '../store/load-reader.ts'
import { listMatchRules } from '../store/match-rules.ts'
import { readPeople } from '../store/people.ts'
import type { ApiContext } from './api-context.ts'
import { readSecurityRule } from './carriers/portal-choices.ts'
import { asPlace } from './carriers/place-view.ts'
import type { PortalRoom } from './session/portal-room.ts'
import type { Viewer } from './session/bearer.ts'
import { requireRole, signedIn } from './signed-in.ts'

/** Who decides over the ranking. */
export const RULE_MAKERS = ['head', 'director', 'admin'] as const

/** `GET /api/rules`: what heads have decided, with names. For those who may decide. */
export function rulesGet(context: ApiContext) {
  return new Hono().get('/api/rules', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    requireRole(viewer, ...RULE_MAKERS)
    return call.json(await rulesFor(context, room, viewer))
  })
}

/** The whole panel; `client` is that of the card the session was opened for. */
export async function rulesFor(
  { gazetteer }: ApiContext,
  { store }: PortalRoom,
  { item, userId, roles }: Viewer,
): Promise<RulesAnswer> {
  const rules = await listMatchRules(store)
  const isLoad = item?.kind === 'request' || item?.kind === 'order'
  const clientHere = isLoad ? await readClientOf(store, item.kind as 'request' | 'order', item.id) : null
  const titles = await readCompanyTitles(store, [
    ...rules.flatMap(({ companyIds, clientId }) => [...companyIds, ...(clientId === null ? [] : [clientId])]),
    ...(clientHere === null ? [] : [clientHere]),
  ])
  const people = await readPeople(
    store,
    rules.map(({ byUserId }) => byUserId),
  )
  const named = (id: number) => ({ id, title: titles.get(id) ?? `№ ${id}` })
  const placeOf = (id: number | null) => {
    const place = id === null ? null : gazetteer.byId(id)
    return place && asPlace(place)
  }
  // A head of one department has no business with the clients of another.
  const seesAll = roles.includes('director') || roles.includes('admin')
  const clientOf = ({ clientId, byUserId }: MatchRule) => {
    if (clientId === null) return null
    const isSeen = seesAll || byUserId === userId || clientId === clientHere
    return isSeen ? named(clientId) : { id: clientId, title: null }
  }
  return {
    rules: rules.map((rule) => ({
      ...rule,
      companies: rule.companyIds.map(named),
      client: clientOf(rule),
      from: placeOf(rule.fromPlaceId),
      to: placeOf(rule.toPlaceId),
      byName: people.get(rule.byUserId)?.name ?? null,
    })),
    security: await readSecurityRule(store),
    client: clientHere === null ? null : named(clientHere),
  }
}
