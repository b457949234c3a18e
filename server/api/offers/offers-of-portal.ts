import type { OfferFilter, OffersOfPortal } from '../../../contract/offers.ts'
import { InvalidInputError } from '../../errors.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import { readAsOf } from '../../store/meta.ts'
import { readOfferAuthors } from '../../store/offer-reader.ts'
import { countOffers, searchOffers, type OfferCursor } from '../../store/offer-search.ts'
import { readPeople } from '../../store/people.ts'
import type { ApiContext } from '../api-context.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { offerSearchOf } from './offer-search-of.ts'
import { loadTypeIdsOf } from './load-type-ids.ts'
import { viewOfferLines } from './view-offer-lines.ts'

const PAGE = 50
const MOST_COUNTED = 10_000
const MOST_AUTHORS = 60
const AUTHORS_SINCE_MS = 365 * 86_400_000

/** One page of all offers of the portal. `cursor` is what an earlier page called `next`. */
export async function offersOfPortal(
  context: ApiContext,
  room: PortalRoom,
  viewer: Viewer,
  filter: OfferFilter,
  cursor: string | null,
): Promise<OffersOfPortal> {
  const { store } = room
  const now = new Date(context.now()).toISOString()
  const search = await offerSearchOf(store, filter, now)
  const rows = await searchOffers(store, search, cursor === null ? null : readCursor(cursor), PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1)! : null
  // Who scrolls on knows by now how many there are.
  const count = cursor === null ? await countOffers(store, search, MOST_COUNTED) : null
  return {
    of: 'portal',
    asOf: (await readAsOf(store)) ?? now,
    offers: await viewOfferLines(page, { store, gazetteer: context.gazetteer, now }),
    next: last && `${last.createdAt} ${last.id}`,
    total: count === null ? null : { count: Math.min(count, MOST_COUNTED), isMore: count > MOST_COUNTED },
    authors: cursor === null ? await authorsOf(context, room) : [],
    mayExport: await mayExport(room, viewer),
    loadTypeIds: loadTypeIdsOf(room),
  }
}

function readCursor(text: string): OfferCursor {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (\d{1,15})$/.exec(text)
  if (!found)
    throw new InvalidInputError('This page cannot be gone on with', [{ path: 'cursor', message: 'unreadable' }])
  return { createdAt: found[1]!, id: Number(found[2]) }
}

async function authorsOf({ now }: ApiContext, { store }: PortalRoom): Promise<OffersOfPortal['authors']> {
  const ids = await readOfferAuthors(store, new Date(now() - AUTHORS_SINCE_MS).toISOString(), MOST_AUTHORS)
  const people = await readPeople(store, ids)
  return ids.flatMap((id) => (people.has(id) ? [{ id, name: people.get(id)!.name }] : []))
}

/** Who takes the whole list out of the portal: heads and directors; logists and managers where a setting says so. */
export async function mayExport({ store }: PortalRoom, { roles }: Pick<Viewer, 'roles'>): Promise<boolean> {
  if (roles.some((role) => role === 'head' || role === 'director' || role === 'admin')) return true
  return readChosen(store, 'offersExportForLogistics')
}
