import type { OrderProfit, ProfitFinding, ProfitGap, TripProfit } from '../../contract/profit.ts'

/** Where something is put right: in the order's card, in a form of this tab, or in the settings or rates of the page. */
export type MendPlace = 'order' | 'own' | 'expenses' | 'settings' | 'rates'

const GAPS: Record<ProfitGap, MendPlace> = {
  client_price: 'order',
  client_vat: 'order',
  carrier_price: 'order',
  carrier_vat: 'order',
  expense_vat: 'expenses',
  service_date: 'order',
  own_entity: 'own',
  exchange_rate: 'rates',
}
const FINDINGS: Record<ProfitFinding, MendPlace> = {
  negative_price: 'order',
  unknown_form: 'order',
  vat_not_in_force: 'order',
  vat_not_of_regime: 'own',
  several_carriers: 'order',
  several_awarded: 'order',
  dates_out_of_order: 'order',
  below_minimum: 'order',
  loss: 'order',
}
const WARNINGS: Record<OrderProfit['warnings'][number], MendPlace> = {
  client_late_carrier_unpaid: 'order',
  client_late: 'order',
  carrier_late: 'order',
  entity_of_other_form: 'settings',
}

/** One thing that is missing or looks wrong: the key of its sentence, and where it is mended. */
export interface Trouble {
  text: string
  place: MendPlace
}

/** What this reader may change: settings and entities are for directors, the order for whoever the portal lets. */
export interface MendRights {
  maySet: boolean
  /** The order names an entity of ours, so that there is one to choose a regime for. */
  hasEntity: boolean
}

export function gapsOf(profit: TripProfit, rights: MendRights): Trouble[] {
  return profit.state === 'unknown' ? profit.missing.map((gap) => trouble(`gaps.${gap}`, GAPS[gap], rights)) : []
}

export function troublesOf(
  { profit, warnings }: Pick<OrderProfit, 'profit' | 'warnings'>,
  rights: MendRights,
): Trouble[] {
  return [
    ...profit.findings.map((finding) => trouble(`findings.${finding}`, FINDINGS[finding], rights)),
    ...warnings.map((warning) => trouble(`warnings.${warning}`, WARNINGS[warning], rights)),
  ]
}

/** Whoever may not set anything is led to the order, which says who may. */
function trouble(text: string, place: MendPlace, { maySet, hasEntity }: MendRights): Trouble {
  const isOpen = place === 'settings' || place === 'rates' ? maySet : place === 'own' ? maySet && hasEntity : true
  return { text, place: isOpen ? place : 'order' }
}
