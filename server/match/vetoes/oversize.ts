import {
  LARGEST_CLOSED,
  longestPieceM,
  LOW_BODIES,
  OPEN_BODIES,
  ROOM_OF,
  TALL_BODIES,
  WIDE_BODIES,
} from '../body-size.ts'
import type { BodyCode } from '../../../contract/codes.ts'
import { NOT_APPLICABLE, PASSES, UNKNOWN, vetoed, type Verdict, type VehicleVeto } from './veto.ts'

/**
 * A piece wider, higher or longer than the body takes. Where a larger standard truck would do, that is said; what no
 * closed body takes at all needs an open one, and one made for it where the road's four metres would be passed. A
 * vehicle already wrong by body is not told off twice.
 */
export const oversize: VehicleVeto = (vehicle, needs) => {
  const { body } = vehicle
  const { widthM, heightM, lengthM, bodies } = needs
  if (widthM === null && heightM === null && !needs.oversize.has('length')) return NOT_APPLICABLE
  if (body === null || body === 'other') return UNKNOWN
  if (bodies !== null && !bodies.has(body)) return NOT_APPLICABLE
  const room = ROOM_OF[body]
  if (room === null) return UNKNOWN
  if (widthM !== null && widthM > room.widthM && body !== 'platform')
    return tooWide(body, widthM, room.widthM, needs.oversize.has('width'))
  if (heightM !== null && heightM > room.heightM)
    return OPEN_BODIES.has(body) || needs.oversize.has('height')
      ? tooLarge('height', body, heightM, room.heightM, needs.oversize.has('height') ? LOW_BODIES : TALL_BODIES)
      : vetoed({ kind: 'size', side: 'height', needsM: heightM, hasM: room.heightM, body })
  if (lengthM !== null && needs.oversize.has('length')) {
    const longest = longestPieceM(vehicle) ?? LARGEST_CLOSED.lengthM
    if (lengthM > longest) return tooLarge('length', body, lengthM, longest, LOW_BODIES)
  }
  return PASSES
}

function tooWide(body: BodyCode, needsM: number, hasM: number, isOversize: boolean): Verdict {
  if (!isOversize) return vetoed({ kind: 'size', side: 'width', needsM, hasM, body })
  return tooLarge('width', body, needsM, hasM, WIDE_BODIES)
}

function tooLarge(
  side: 'length' | 'width' | 'height',
  body: BodyCode,
  needsM: number,
  limitM: number,
  fits: readonly BodyCode[],
): Verdict {
  return vetoed({ kind: 'oversize', side, needsM, limitM, fits: [...fits], body })
}
