import type { BodyCode } from '../../../contract/codes.ts'
import type { Load } from '../../../contract/load.ts'
import type { Place } from '../../../contract/place.ts'

/** A load of which only the lane and the body are known, which is all that the files tell. */
export function plainLoad(from: Place, to: Place, body: BodyCode | null): Load {
  return {
    kind: 'request',
    id: 0,
    title: `${from.name} — ${to.name}`,
    stops: [
      {
        action: 'load',
        place: { state: 'known', text: from.name, place: from, taught: false },
        fromAt: null,
        toAt: null,
      },
      {
        action: 'unload',
        place: { state: 'known', text: to.name, place: to, taught: false },
        fromAt: null,
        toAt: null,
      },
    ],
    cargo: null,
    weightKg: null,
    volumeM3: null,
    pallets: null,
    lengthM: null,
    widthM: null,
    heightM: null,
    bodies: body === null ? [] : [body],
    loading: [],
    unloading: [],
    loadingAll: false,
    adr: null,
    tempFromC: null,
    tempToC: null,
    partLoad: false,
    loadFromAt: null,
    loadToAt: null,
    unloadByAt: null,
    distance: null,
    targetRate: null,
    excludedCompanyIds: [],
    assignedById: null,
    open: true,
  }
}
