import type { Random } from '../../sandbox/seeds/random.ts'
import type { Portal } from '../../sandbox/portal.ts'
import { faultKinds, type FaultInput, type FaultKind } from '../../sandbox/rules/faults/fault.ts'

/** The portal's troubles while a run goes on, and how often each kind has struck. */
export interface Storm {
  /** Another weather: two kinds of trouble, those that have not struck yet before all others. Returns which. */
  change(): FaultKind[]
  clear(): void
  fired(): Record<FaultKind, number>
  /** Kinds that have not struck yet. */
  missing(): FaultKind[]
}

/** What people delete in all is little: everything pressed about it is lost by right. */
const MOST_DELETED = 3

/** Delays of answers pass on the machine's clock, so they are shortened by `scale`; spells pass on the portal's. */
export function createStorm(portal: Portal, random: Random, scale: number): Storm {
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random.next() * list.length)]!
  const writes = () => pick(['crm.item.add', 'crm.item.update', 'crm.timeline.comment.add'])
  const troubles: Record<FaultKind, () => FaultInput[]> = {
    latency: () => [{ kind: 'latency', delay: { medianMs: 8_000 / scale, p99Ms: 40_000 / scale } }],
    'query-limit': () => [{ kind: 'query-limit', probability: 0.3 }],
    'operation-limit': () => [{ kind: 'operation-limit', method: 'crm.*', probability: 0.3, times: 6 }],
    'server-error': () => [{ kind: 'server-error', method: 'crm.*', probability: 0.2, effect: random.next() < 0.5 }],
    refusal: () => [
      { kind: 'refusal', method: writes(), status: 403, code: 'ACCESS_DENIED', probability: 0.3, times: 3 },
    ],
    'batch-partial': () => [{ kind: 'batch-partial', probability: 0.5, times: 20 }],
    'cut-before': () => [{ kind: 'cut-before', probability: 0.3 }],
    'cut-after': () => [{ kind: 'cut-after', method: 'crm.*', probability: 0.4 }],
    'too-long': () => [{ kind: 'too-long', method: 'crm.*', probability: 0.1, seconds: 60 / scale }],
    'portal-gone': () => [{ kind: 'portal-gone', times: 1, seconds: 90 }],
    'token-expired': () => [{ kind: 'token-expired', probability: 0.1 }],
    'token-revoked': () => [{ kind: 'token-revoked', method: 'crm.*', probability: 0.1, times: 2 }],
    'refresh-refused': () => [
      { kind: 'token-expired', probability: 0.2, times: 10 },
      { kind: 'refresh-refused', times: 2 },
    ],
    'event-duplicate': () => [{ kind: 'event-duplicate', copies: 3 }],
    'event-reorder': () => [{ kind: 'event-reorder', seconds: 60 / scale }],
    'event-delay': () => [{ kind: 'event-delay', delay: { fromMs: 0, toMs: 60_000 / scale } }],
    'event-lost': () => [{ kind: 'event-lost' }],
    'item-changed': () => [
      { kind: 'item-changed', method: 'crm.item.update', times: 5, fields: { assignedById: pick([2, 3, 4, 5]) } },
    ],
    'item-deleted': () =>
      portal.faults.get().fired['item-deleted']! < MOST_DELETED
        ? [{ kind: 'item-deleted', method: 'crm.item.update', times: 1 }]
        : [],
    'field-removed': () => fieldTrouble('field-removed'),
    'field-renamed': () => fieldTrouble('field-renamed'),
    'clock-skew': () => [{ kind: 'clock-skew', seconds: pick([-120, -30, 45, 180]) }],
  }

  /** Once each: a portal in which every field is done away with is none. */
  function fieldTrouble(kind: 'field-removed' | 'field-renamed'): FaultInput[] {
    if (portal.faults.get().fired[kind]! > 0) return []
    const known = portal.state.userFields.list().find(({ fieldName }) => fieldName.endsWith(FIELDS[kind]))
    return known ? [{ kind, method: 'crm.*', field: known.fieldName }] : []
  }

  const fired = () => portal.faults.get().fired as Record<FaultKind, number>
  const missing = () => faultKinds.filter((kind) => fired()[kind] === 0)
  let deck: FaultKind[] = []
  const deal = (): FaultKind => {
    if (deck.length === 0) deck = [...faultKinds].toSorted(() => random.next() - 0.5)
    const at = deck.findIndex((kind) => fired()[kind] === 0)
    return deck.splice(Math.max(0, at), 1)[0]!
  }
  return {
    change() {
      const kinds = [deal(), deal()]
      portal.faults.set({ faults: kinds.flatMap((kind) => troubles[kind]()) })
      return kinds
    },
    clear: () => portal.faults.set({ faults: [] }),
    fired,
    missing,
  }
}

/** Fields the application asks for, and can do without: no row of the seed has a value there. */
const FIELDS = { 'field-removed': '_CONSENT_SOURCE', 'field-renamed': '_CONSENT_ON' }
