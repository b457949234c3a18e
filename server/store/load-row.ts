/** A request or an order as the copy keeps it. Lists are JSON text, flags 0/1. */
export interface LoadRow {
  kind: 'request' | 'order'
  id: number
  title: string
  stage: string
  /** P in work, S won, F lost. */
  semantics: 'P' | 'S' | 'F'
  assignedById: number | null
  companyId: number | null
  leadId: number | null
  dealId: number | null
  requestId: number | null
  loadText: string | null
  unloadText: string | null
  /** First loading and last unloading, once resolved without doubt. */
  fromPlaceId: number | null
  toPlaceId: number | null
  /** JSON: StoredStop[] in order, first loading first. */
  stops: string
  loadFromAt: string | null
  loadToAt: string | null
  unloadByAt: string | null
  cargo: string | null
  weightKg: number | null
  volumeM3: number | null
  pallets: number | null
  lengthM: number | null
  widthM: number | null
  heightM: number | null
  bodies: string
  loading: string
  unloading: string
  loadingAll: number
  adr: string | null
  tempFromC: number | null
  tempToC: number | null
  partLoad: number
  directionKind: string | null
  clientRateMinor: number | null
  clientRateCurrency: string | null
  clientVat: string | null
  targetRateMinor: number | null
  targetRateCurrency: string | null
  distanceKm: number | null
  excludedCompanyIds: string
  carrierCompanyId: number | null
  carrierRateMinor: number | null
  carrierRateCurrency: string | null
  carrierVat: string | null
  vehiclePlate: string | null
  trailerPlate: string | null
  loadedAt: string | null
  unloadedAt: string | null
  logistId: number | null
  managerId: number | null
  createdAt: string
  updatedAt: string
}

/** An element of LoadRow.stops: the typed text is kept; the place is resolved when the row is read. */
export interface StoredStop {
  action: 'load' | 'unload'
  text: string | null
  fromAt: string | null
  toAt: string | null
}

/** What an order says of money besides its prices. Forms are our codes of the portal's payment forms. */
export interface OrderMoneyRow {
  orderId: number
  ownCompanyId: number | null
  clientForm: string | null
  carrierForm: string | null
  /** JSON: PaymentTerm, or null where nothing is stated. */
  clientTerm: string | null
  carrierTerm: string | null
  /** JSON: texts as they were typed. */
  expenses: string
  docsSentOn: string | null
  docsReceivedOn: string | null
  clientPaidOn: string | null
  carrierPaidOn: string | null
  /** JSON: `negative_rate`, `unknown_form`; what cannot be taken as it stands in the card. Absent: nothing. */
  odd?: string
}
