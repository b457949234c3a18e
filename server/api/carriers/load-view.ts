import type { Load, Stop } from '../../../contract/load.ts'
import type { Rate } from '../../../contract/money.ts'
import type { Distance, Place, ResolvedPlace } from '../../../contract/place.ts'
import { ADR_CODES, VAT_CODES, type BodyCode, type LoadingCode, type Role } from '../../../contract/codes.ts'
import type { LoadRow, StoredStop } from '../../store/schema.ts'

/** Who sees what the client pays. Logists see the target rate only; a portal's setting may widen it to them. */
const SEES_CLIENT_RATE: readonly Role[] = ['manager', 'head', 'director', 'admin']

export function seesClientRate(roles: readonly Role[], shownToLogists: boolean): boolean {
  return roles.some((role) => SEES_CLIENT_RATE.includes(role) || (shownToLogists && role === 'logist'))
}

/** The copy's row as a load: the same for requests and orders. `clientRate` is absent for those who may not see it. */
export function viewLoad(
  row: LoadRow,
  view: {
    resolve: (text: string | null) => ResolvedPlace
    distance: Distance | null
    withClientRate: boolean
  },
): Load {
  return {
    kind: row.kind,
    id: row.id,
    title: row.title,
    stops: stopsOf(row).map((stop) => viewStop(stop, view.resolve)),
    cargo: row.cargo,
    weightKg: row.weightKg,
    volumeM3: row.volumeM3,
    pallets: row.pallets,
    lengthM: row.lengthM,
    widthM: row.widthM,
    heightM: row.heightM,
    bodies: JSON.parse(row.bodies) as BodyCode[],
    loading: JSON.parse(row.loading) as LoadingCode[],
    unloading: JSON.parse(row.unloading) as LoadingCode[],
    loadingAll: row.loadingAll === 1,
    adr: ADR_CODES.find((code) => code === row.adr) ?? null,
    tempFromC: row.tempFromC,
    tempToC: row.tempToC,
    partLoad: row.partLoad === 1,
    loadFromAt: row.loadFromAt,
    loadToAt: row.loadToAt,
    unloadByAt: row.unloadByAt,
    distance: view.distance,
    targetRate:
      row.targetRateMinor === null || row.targetRateCurrency === null
        ? null
        : { minor: row.targetRateMinor, currency: row.targetRateCurrency },
    ...(view.withClientRate && { clientRate: clientRateOf(row) }),
    excludedCompanyIds: JSON.parse(row.excludedCompanyIds) as number[],
    assignedById: row.assignedById,
    open: row.semantics === 'P',
  }
}

/** First loading and last unloading are always there, though nothing may be typed in them. */
export function stopsOf(row: Pick<LoadRow, 'stops' | 'loadText' | 'unloadText'>): StoredStop[] {
  const stops = JSON.parse(row.stops) as StoredStop[]
  if (stops.length >= 2) return stops
  return [
    { action: 'load', text: row.loadText, fromAt: null, toAt: null },
    { action: 'unload', text: row.unloadText, fromAt: null, toAt: null },
  ]
}

function viewStop(stop: StoredStop, resolve: (text: string | null) => ResolvedPlace): Stop {
  return { action: stop.action, place: resolve(stop.text), fromAt: stop.fromAt, toAt: stop.toAt }
}

function clientRateOf(row: LoadRow): Rate | null {
  if (row.clientRateMinor === null || row.clientRateCurrency === null) return null
  return rateOf(row.clientRateMinor, row.clientRateCurrency, row.clientVat)
}

export function rateOf(minor: number, currency: string, vat: string | null): Rate {
  return { minor, currency, vat: VAT_CODES.find((code) => code === vat) ?? null }
}

/** The two ends that matching looks at: first loading and last unloading; null while one of them is not known. */
export function laneOf(load: Load): { from: Place; to: Place } | null {
  const first = load.stops.find((stop) => stop.action === 'load')?.place
  const last = load.stops.findLast((stop) => stop.action === 'unload')?.place
  return first?.state === 'known' && last?.state === 'known' ? { from: first.place, to: last.place } : null
}
