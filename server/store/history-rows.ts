import SQLite from 'better-sqlite3'

/** One carrier as the copy knows him: by his company's number, without a name. */
export interface HistoryCarrierRow {
  companyId: number
  /** Body codes, comma-separated. */
  bodies: string | null
  capacityKg: number | null
  volumeM3: number | null
}

export interface HistoryDirectionRow {
  companyId: number
  fromPlaceId: number
  toPlaceId: number
  body: string | null
}

/** An offer, or a finished order. Texts stand in for places that nobody has recognised. */
export interface HistoryTradeRow {
  companyId: number
  fromPlaceId: number | null
  toPlaceId: number | null
  fromText: string | null
  toText: string | null
  body: string | null
  rateMinor: number | null
  currency: string | null
  vat: string | null
  /** UTC ISO. */
  at: string
}

/** What a portal's copy tells of its past, row by row; see `openHistory`. */
export interface HistoryRows {
  carriers(): Iterable<HistoryCarrierRow>
  directions(): Iterable<HistoryDirectionRow>
  offers(): Iterable<HistoryTradeRow>
  orders(): Iterable<HistoryTradeRow>
  close(): void
}

const CARRIERS = `
  SELECT carrier.companyId, group_concat(DISTINCT vehicle.body) AS bodies,
         coalesce(max(vehicle.capacityKg), carrier.capacityKg) AS capacityKg,
         coalesce(max(vehicle.volumeM3), carrier.volumeM3) AS volumeM3
  FROM carrier LEFT JOIN vehicle ON vehicle.carrierId = carrier.id
  WHERE carrier.companyId IS NOT NULL GROUP BY carrier.companyId ORDER BY carrier.companyId`

const DIRECTIONS = `
  WITH declared AS (
    SELECT carrier.companyId, d.fromPlaceId, d.toPlaceId, d.bothWays, carrier.body
    FROM direction AS d JOIN carrier ON carrier.id = d.carrierId
    WHERE carrier.companyId IS NOT NULL AND d.fromPlaceId IS NOT NULL AND d.toPlaceId IS NOT NULL)
  SELECT companyId, fromPlaceId, toPlaceId, body FROM declared
  UNION SELECT companyId, toPlaceId, fromPlaceId, body FROM declared WHERE bothWays = 1
  ORDER BY 1, 2, 3`

const OFFERS = `
  SELECT companyId, fromPlaceId, toPlaceId, loadText AS fromText, unloadText AS toText, body, rateMinor,
         rateCurrency AS currency, vat, createdAt AS at
  FROM offer WHERE companyId IS NOT NULL ORDER BY createdAt, id`

const ORDERS = `
  SELECT carrierCompanyId AS companyId, fromPlaceId, toPlaceId, loadText AS fromText, unloadText AS toText,
         CASE WHEN json_array_length(bodies) = 1 THEN json_extract(bodies, '$[0]') END AS body,
         carrierRateMinor AS rateMinor, carrierRateCurrency AS currency, carrierVat AS vat,
         min(coalesce(loadFromAt, createdAt), updatedAt) AS at
  FROM load WHERE kind = 'order' AND semantics = 'S' AND carrierCompanyId IS NOT NULL
  ORDER BY at, id`

/**
 * Opens a portal's file for reading alone, beside a running server if need be; one snapshot is read until it is
 * closed. Throws when there is no such file.
 */
export function openHistory(file: string): HistoryRows {
  const connection = new SQLite(file, { readonly: true, fileMustExist: true })
  connection.exec('BEGIN')
  const rows = <Row>(text: string) => connection.prepare<[], Row>(text).iterate()
  return {
    carriers: () => rows<HistoryCarrierRow>(CARRIERS),
    directions: () => rows<HistoryDirectionRow>(DIRECTIONS),
    offers: () => rows<HistoryTradeRow>(OFFERS),
    orders: () => rows<HistoryTradeRow>(ORDERS),
    close: () => connection.close(),
  }
}
