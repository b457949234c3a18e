import type { BodyCode } from '../../contract/codes.ts'
import { maskOf } from '../../server/match/lane-index/body-masks.ts'

/** Bodies that can take a load, as bits for the engines that filter in SQL; 0: any. */
export function neededBits(bodies: ReadonlySet<BodyCode> | null): number {
  return bodies === null ? 0 : maskOf(bodies)
}
