import { PERMANENT_DEAL_ID } from '../cast.ts'
import { planCastHistory } from './cast-history.ts'
import type { LeadPlan } from './lead-plan.ts'
import { planCastOrder, planCastRequests } from './plan-cast.ts'
import { planLeads } from './plan-leads.ts'
import { planLostRequests, planOpenRequests, planWonRequests } from './plan-requests.ts'
import { planTrips } from './plan-trips.ts'
import type { RequestPlan } from './request-plan.ts'
import type { TripPlan } from './trip-plan.ts'
import type { World } from './world.ts'

/** Ids below are the cast's. */
const FIRST_PLAIN_ID = 101

/** Everything that happened, numbered in the order it was written down. */
export interface Plan {
  leads: LeadPlan[]
  requests: RequestPlan[]
  trips: TripPlan[]
}

export function makePlan(world: World): Plan {
  const cast = planCastRequests(world)
  const trips = planTrips(world)
  const requests = [...planWonRequests(world, trips), ...planLostRequests(world), ...planOpenRequests(world)]
  requests.sort((a, b) => a.load.createdAt - b.load.createdAt || a.load.seed - b.load.seed)
  requests.forEach((request, at) => (request.id = FIRST_PLAIN_ID + at))
  trips.sort((a, b) => a.createdAt - b.createdAt || a.load.seed - b.load.seed)
  trips.forEach((trip, at) => (trip.id = FIRST_PLAIN_ID + at))
  const allTrips = [planCastOrder(world), ...cast.trips, ...planCastHistory(world), ...trips]
  assignDeals(world, allTrips)
  const allRequests = [...cast.requests, ...requests]
  return { leads: planLeads(world, allRequests), requests: allRequests, trips: allTrips }
}

/**
 * A permanent client's orders hang on his permanent deal, and each finished one leaves a won copy; every other
 * order has a deal of its own, which is won with it.
 */
function assignDeals(world: World, trips: readonly TripPlan[]): void {
  let next = PERMANENT_DEAL_ID + world.size.permanentClients + 100
  for (const trip of trips) {
    const { dealId } = trip.load.client
    if (dealId === null || trip.stage === 'DONE') trip.ownDealId = next++
    trip.parentDealId = dealId ?? trip.ownDealId ?? 0
  }
}
