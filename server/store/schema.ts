import type { Generated, GeneratedAlways } from 'kysely'
import type { LoadRow, OrderMoneyRow } from './load-row.ts'
import type { RefusalTables } from './refusal-rows.ts'

/** Row shapes of a portal's own file; the SQL that creates them is in migrations/. Lists are JSON text, flags 0/1. */
export type { LoadRow, OrderMoneyRow, StoredStop } from './load-row.ts'

export interface OfferRow {
  id: number
  action: 'quote' | 'executor'
  stage: string
  semantics: 'P' | 'S' | 'F'
  requestId: number | null
  orderId: number | null
  companyId: number | null
  rateMinor: number | null
  rateCurrency: string | null
  ratePerKmMinor: number | null
  vat: string | null
  termEvent: string | null
  termDays: number | null
  termBankDays: number | null
  prepayPercent: number | null
  body: string | null
  capacityKg: number | null
  volumeM3: number | null
  vehiclePlate: string | null
  trailerPlate: string | null
  driverName: string | null
  availableFromAt: string | null
  validUntilAt: string | null
  loadText: string | null
  unloadText: string | null
  fromPlaceId: number | null
  toPlaceId: number | null
  loadFromAt: string | null
  source: string | null
  declineReason: string | null
  round: number | null
  authorId: number | null
  comment: string | null
  xmlId: string | null
  createdAt: string
  updatedAt: string
}

export interface CarrierBaseRow {
  id: number
  companyId: number | null
  contactId: number | null
  title: string
  state: 'active' | 'paused' | 'stop'
  pausedUntilOn: string | null
  body: string | null
  capacityKg: number | null
  volumeM3: number | null
  homeText: string | null
  homePlaceId: number | null
  nowText: string | null
  nowPlaceId: number | null
  nowAt: string | null
  freeText: string | null
  freePlaceId: number | null
  freeOn: string | null
  adr: string
  adrUntilOn: string | null
  vat: string | null
  channel: string | null
  messageContact: string | null
  optedOutOn: string | null
  security: 'unknown' | 'passed' | 'failed'
  securityOn: string | null
  preferred: number
  doNotUse: number
  doNotUseReason: string | null
  updatedAt: string
}

export interface PortalDatabase extends RefusalTables {
  orderMoney: OrderMoneyRow
  /** Accounts of carriers with a trip under way, as last seen; `tails` is a JSON list. */
  bankAccount: { companyId: number; fingerprint: string; tails: string; seenAt: string; numbers: string | null }
  profitWritten: { orderId: number; marginMinor: number | null; share: number | null; at: string }
  profitApproval: ProfitApprovalRow
  exchangeRate: { currency: string; onDay: string; rate: number }
  statedExchangeRate: {
    id: Generated<number>
    key: string
    currency: string
    onDay: string
    rate: number | null
    insteadOf: number | null
    byUserId: number
    at: string
  }
  meta: { key: string; value: string }
  department: { id: number; name: string; parentId: number | null; headId: number | null }
  user: {
    id: number
    name: string
    lastName: string
    position: string | null
    departmentIds: string
    active: number
    isAdmin: number
  }
  /** `isOwn` 1: a legal entity of ours; 0 where it is left out. */
  company: { id: number; title: string; assignedById: number | null; updatedAt: string; isOwn?: number }
  phone: {
    ownerKind: 'company' | 'contact' | 'lead'
    ownerId: number
    position: number
    value: string
    type: string | null
    /** The last ten digits. */
    lastDigits: GeneratedAlways<string>
  }
  captureDraft: { userId: number; place: string; body: string | null; phone: string | null; at: string }
  contact: { id: number; name: string; companyId: number | null; updatedAt: string }
  lead: NativeRow
  /** `orderId`: of a won copy, the order it was made for. */
  deal: NativeRow & { orderId: number | null }
  load: LoadRow
  offer: OfferRow
  carrier: CarrierBaseRow
  direction: {
    carrierId: number
    position: number
    text: string
    fromPlaceId: number | null
    toPlaceId: number | null
    bothWays: number
  }
  vehicle: {
    carrierId: number
    position: number
    body: string | null
    capacityKg: number | null
    volumeM3: number | null
    lengthM: number | null
    loading: string
    plate: string | null
  }
  carrierLane: {
    fromPlaceId: number
    toPlaceId: number
    companyId: number
    trips: number
    tripSum: number
    lastTripAt: string | null
    offers: number
    offerSum: number
    lastOfferAt: string | null
  }
  importPage: { entity: string; lastId: number; rows: number; total: number | null; finishedAt: string | null }
  changeHint: { entity: string; id: number; action: 'changed' | 'deleted'; seenAt: string }
  writeChain: {
    key: string
    kind: string
    userId: number
    input: string
    loadKind: string | null
    loadId: number | null
    companyId: number | null
    acceptedAt: string
    droppedAt: Generated<string | null>
    droppedByUserId: Generated<number | null>
  }
  writeStep: {
    id: Generated<number>
    chainKey: string
    position: number
    command: string
    subject: string
    payload: string
    /** JSON: positions of the steps that must be done first. */
    dependsOn: string
    state: 'pending' | 'sending' | 'done' | 'refused' | 'failed'
    reason: string | null
    attempts: Generated<number>
    notBeforeAt: string | null
    sentAt: string | null
    portalId: number | null
    doneAt: string | null
  }
  attempt: {
    key: string
    loadKind: string
    loadId: number
    companyId: number
    result: string
    byUserId: number
    at: string
    until: string | null
    freePlaceText: string | null
    freePlaceId: number | null
    comment: string | null
  }
  offerDecision: {
    chainKey: string
    /** Which step of the chain moves this offer: an award declines the others in the same chain. */
    step: number
    offerId: number
    action: string
    byUserId: number
    at: string
    rateMinor: number | null
    rateCurrency: string | null
    vat: string | null
    reason: string | null
    comment: string | null
    validUntilAt: string | null
  }
  reveal: {
    id: Generated<number>
    userId: number
    companyId: number
    loadKind: string | null
    loadId: number | null
    why: string
    at: string
  }
  taughtPlace: { text: string; placeId: number; byUserId: number; at: string }
  proof: { userId: number; entityTypeId: number; itemId: number; at: string }
  setting: { key: string; value: string }
  matchRule: {
    key: string
    action: 'boost' | 'hide' | 'prefer'
    priority: number
    /** JSON: the carriers it is about. */
    companyIds: string
    clientId: number | null
    fromPlaceId: number | null
    toPlaceId: number | null
    fromRegion: string | null
    toRegion: string | null
    body: string | null
    note: string | null
    untilOn: string | null
    byUserId: number
    at: string
  }
}

export interface ProfitApprovalRow {
  key: string
  orderId: number
  state: 'asked' | 'allowed' | 'declined'
  marginMinor: number
  share: number | null
  minimumShare: number
  comment: string | null
  askedById: number
  headId: number
  askedAt: string
  decidedById: number | null
  decidedAt: string | null
  decisionKey: string | null
}

interface NativeRow {
  id: number
  title: string
  stage: string
  semantics: string
  assignedById: number | null
  companyId: number | null
  createdAt: string
  updatedAt: string
}

export interface RegistryDatabase {
  portal: {
    memberId: string
    /** Ends with `/rest/`; the only place REST calls of this portal go to. */
    clientEndpoint: string
    oauthEndpoint: string
    /** What `frame-ancestors` allows: scheme, host and port of the portal. */
    origin: string
    applicationToken: string | null
    installedByUserId: number
    state: 'installing' | 'installed' | 'removed'
    createdAt: string
    installedAt: string | null
    removedAt: string | null
  }
  /** `access` and `refresh` are sealed (AES-256-GCM). `goneAt`: the portal refused the refresh for good. */
  token: {
    memberId: string
    userId: number
    access: string
    refresh: string
    expiresAt: string
    goneAt: string | null
  }
}
