import type { Random } from '../random.ts'
import type { Client } from './clients.ts'
import type { LoadPlan } from './load-plan.ts'
import { rounded } from './rates.ts'
import { marketFactor, vatOn, vatPercent } from './vat.ts'

/** Share of trips that cost more than they bring: a truck broke down, or a price was promised too early. */
const LOSING = 0.02

export function clientVatOf(load: LoadPlan): string {
  return vatOn(load.loadDay, load.client.regime, load.abroad)
}

/**
 * What the client pays, with the VAT of his payment form inside. Our general-regime entity sells above its net
 * cost; the others may deduct nothing, so their cost is the carrier's price as written.
 */
export function clientRateFor(random: Random, load: LoadPlan, carrierRate: number, carrierVat: string): number {
  const { client } = load
  const vat = clientVatOf(load)
  const cost = client.regime === 'general' ? carrierRate / (1 + vatPercent(carrierVat) / 100) : carrierRate
  const markup = random.chance(LOSING) ? random.between(-0.06, 0.01) : client.markup * random.between(0.75, 1.3)
  return rounded(cost * (1 + markup) * (1 + vatPercent(vat) / 100))
}

/** What the client is asked before a carrier is found. */
export function askedRate(random: Random, load: LoadPlan): number {
  const cost = load.market * random.between(0.97, 1.05)
  const expected = load.client.regime === 'general' ? cost : cost * 1.04
  return rounded(expected * (1 + load.client.markup) * (1 + vatPercent(clientVatOf(load)) / 100))
}

/** What the logist should get a truck for, in the form of payment the client's price is written in. */
export function targetRate(load: LoadPlan): number {
  return rounded(load.market * marketFactor(clientVatOf(load)) * 0.96)
}

/** A carrier's price for the load in his own form of payment. */
export function carrierRate(random: Random, market: number, dear: number, vat: string): number {
  return rounded(market * dear * marketFactor(vat) * (1 + random.bell() * 0.045))
}

/** Which of our legal entities sells to the client. */
export function ownEntity(client: Client): 'logistics' | 'express' | 'south' | 'entrepreneur' {
  if (client.regime === 'general') return 'logistics'
  if (client.regime === '5') return 'express'
  return client.regime === '7' ? 'south' : 'entrepreneur'
}
