import type { PortalStore } from '../../server/store/database.ts'
import { offerOf, tripOf, type LaneContribution } from '../../server/store/lane-contribution.ts'

interface LaneKey {
  fromPlaceId: number
  toPlaceId: number
  companyId: number
}

/** A carrier's history on a lane, counted anew from the rows themselves. */
export async function laneOf(store: PortalStore, key: LaneKey) {
  const all = await allContributions(store)
  return sumOf(all.filter((one) => sameLane(one, key)))
}

/** Every lane there should be, by its key. */
export async function lanesFromRows(store: PortalStore) {
  const lanes = new Map<string, LaneContribution[]>()
  for (const one of await allContributions(store)) {
    const key = `${one.fromPlaceId} ${one.toPlaceId} ${one.companyId}`
    lanes.set(key, [...(lanes.get(key) ?? []), one])
  }
  return new Map([...lanes].map(([key, list]) => [key, sumOf(list)]))
}

async function allContributions(store: PortalStore): Promise<LaneContribution[]> {
  const loads = (await store.selectFrom('load').selectAll().execute()).map(tripOf)
  const offers = (await store.selectFrom('offer').selectAll().execute()).map(offerOf)
  return [...loads, ...offers].filter((one) => one !== null)
}

function sumOf(list: readonly LaneContribution[]) {
  const trips = list.filter((one) => one.kind === 'trip')
  const offers = list.filter((one) => one.kind === 'offer')
  const sum = (some: readonly LaneContribution[]) => some.reduce((total, one) => total + one.weight, 0)
  const last = (some: readonly LaneContribution[]) =>
    some
      .map((one) => one.at)
      .toSorted()
      .at(-1) ?? null
  return {
    trips: trips.length,
    tripSum: sum(trips),
    lastTripAt: last(trips),
    offers: offers.length,
    offerSum: sum(offers),
    lastOfferAt: last(offers),
  }
}

function sameLane(one: LaneKey, other: LaneKey): boolean {
  return one.fromPlaceId === other.fromPlaceId && one.toPlaceId === other.toPlaceId && one.companyId === other.companyId
}
