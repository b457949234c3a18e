import type { Vehicle } from '../../contract/carriers.ts'
import type { BodyCode, LoadingCode } from '../../contract/codes.ts'
import type { Load } from '../../contract/load.ts'

/** Inner height above which a standard tilt (2.45–2.75 m) does not do and a mega or jumbo is needed. */
export const STANDARD_TILT_HEIGHT_M = 2.7

const TILT = ['tent', 'curtain', 'mega', 'jumbo'] as const satisfies BodyCode[]
const TALL_TILT = ['mega', 'jumbo'] as const satisfies BodyCode[]
const REEFERS = ['reefer', 'reefer_multi'] as const satisfies BodyCode[]
const RIGID = ['van', 'box', 'isotherm'] as const satisfies BodyCode[]
const OPEN = ['flatbed', 'platform'] as const satisfies BodyCode[]

/**
 * Which bodies satisfy a request for one body. A request lists several bodies when any of them will do, so
 * "any closed" is its members ticked together. Insulated does not replace a reefer: it keeps cold, it makes none.
 */
const SATISFIED_BY: Record<BodyCode, readonly BodyCode[]> = {
  tent: TILT,
  curtain: ['curtain'],
  mega: ['mega'],
  jumbo: ['jumbo'],
  van: RIGID,
  box: RIGID,
  isotherm: ['isotherm', ...REEFERS],
  reefer: REEFERS,
  reefer_multi: ['reefer_multi'],
  container: ['container'],
  flatbed: OPEN,
  platform: OPEN,
  lowboy: ['lowboy'],
  tipper: ['tipper'],
  manipulator: ['manipulator'],
  tanker: ['tanker'],
  car_carrier: ['car_carrier'],
  grain: ['grain'],
  timber: ['timber'],
  other: [],
}

/** Every closed body a request for "any closed" ticks. */
export const ANY_CLOSED = ['tent', 'van', 'box', 'container', 'isotherm'] as const satisfies BodyCode[]

export const REFRIGERATED: ReadonlySet<BodyCode> = new Set(REEFERS)

/**
 * The bodies that can take the load, or null when any can or when it cannot be told (nothing asked, or "other").
 * A tilt stands in for an open body only where the request itself names full untenting; a mega or jumbo is
 * insisted on only where the height calls for it, and then a plain tilt does not do.
 */
export function satisfyingBodies(load: Pick<Load, 'bodies' | 'heightM' | 'loading'>): ReadonlySet<BodyCode> | null {
  if (load.bodies.length === 0 || load.bodies.includes('other')) return null
  const satisfying = new Set(load.bodies.flatMap((body) => SATISFIED_BY[body] ?? [body]))
  if (load.loading.includes('untent') && OPEN.some((body) => load.bodies.includes(body)))
    for (const body of TILT) satisfying.add(body)
  if (load.heightM !== null && load.heightM > STANDARD_TILT_HEIGHT_M) {
    if (load.bodies.includes('tent')) for (const body of ['tent', 'curtain'] as const) satisfying.delete(body)
  } else if (load.heightM !== null && load.heightM > 0 && TALL_TILT.some((body) => load.bodies.includes(body))) {
    for (const body of TILT) satisfying.add(body)
  }
  return satisfying
}

const TILT_LOADING = [
  'top',
  'side',
  'side_both',
  'rear',
  'untent',
  'no_crossbars',
  'no_posts',
  'tail_lift',
] as const satisfies LoadingCode[]
const RIGID_LOADING = ['rear', 'side', 'tail_lift'] as const satisfies LoadingCode[]
const OPEN_LOADING = [
  'top',
  'side',
  'side_both',
  'rear',
  'untent',
  'no_crossbars',
  'no_posts',
  'ramps',
] as const satisfies LoadingCode[]

/** Ways of loading a body can physically offer; null where the body says nothing. Rigid ones have at best a side door. */
export const PHYSICAL_LOADING: Record<BodyCode, readonly LoadingCode[] | null> = {
  tent: TILT_LOADING,
  curtain: TILT_LOADING,
  mega: TILT_LOADING,
  jumbo: TILT_LOADING,
  van: RIGID_LOADING,
  box: RIGID_LOADING,
  isotherm: RIGID_LOADING,
  reefer: RIGID_LOADING,
  reefer_multi: RIGID_LOADING,
  container: ['rear'],
  flatbed: OPEN_LOADING,
  platform: OPEN_LOADING,
  lowboy: OPEN_LOADING,
  manipulator: OPEN_LOADING,
  tipper: ['top', 'rear'],
  tanker: ['pour', 'top'],
  car_carrier: ['rear', 'ramps'],
  grain: ['top', 'rear', 'side'],
  timber: ['top', 'side', 'side_both'],
  other: null,
}

/** What an open body gives by having nothing overhead to take off. */
const BY_NATURE: ReadonlySet<LoadingCode> = new Set(['top', 'untent', 'no_crossbars'])
const OPEN_BODIES: ReadonlySet<BodyCode> = new Set(['flatbed', 'platform', 'lowboy', 'manipulator', 'timber'])

/** A declared way of loading that includes others: a fully untented truck is open from above and from both sides. */
const IMPLIES: Partial<Record<LoadingCode, readonly LoadingCode[]>> = {
  side_both: ['side'],
  untent: ['top', 'side', 'side_both'],
}

/**
 * Whether a vehicle can be loaded in one way. A declared list is taken as complete and outweighs what bodies of
 * that kind usually offer; with nothing declared only the physically impossible is a no.
 */
export function canLoad(vehicle: Vehicle, way: LoadingCode): 'yes' | 'no' | 'unknown' {
  if (vehicle.body !== null && OPEN_BODIES.has(vehicle.body) && BY_NATURE.has(way)) return 'yes'
  if (vehicle.loading.length > 0)
    return vehicle.loading.some((own) => own === way || IMPLIES[own]?.includes(way)) ? 'yes' : 'no'
  const physical = vehicle.body === null ? null : PHYSICAL_LOADING[vehicle.body]
  return physical && !physical.includes(way) ? 'no' : 'unknown'
}
