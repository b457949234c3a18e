import { BODY_CODES, type BodyCode } from '../../../contract/codes.ts'

/** Bodies as bits: there are twenty of them. "Other" and nothing known say nothing, and pass every filter. */
const SAYS_NOTHING = maskOf(['other'])

export function maskOf(bodies: Iterable<BodyCode>): number {
  let mask = 0
  for (const body of bodies) mask |= 1 << BODY_CODES.indexOf(body)
  return mask
}

/** Whether a company with these bodies may have a truck for the load; `needed` 0: the load asks for none. */
export function mayFit(own: number, needed: number): boolean {
  return needed === 0 || own === 0 || (own & (needed | SAYS_NOTHING)) !== 0
}

/** Every body there is, as bits. */
const EVERY_BODY = maskOf(BODY_CODES)

/** Bodies that a company with these may be taken for: all where its own say nothing. */
export function takenFor(own: number): number {
  return own === 0 || (own & SAYS_NOTHING) !== 0 ? EVERY_BODY : own
}

/** Whether a load that asks for these bodies can be filtered by them: null asks for none. */
export function neededMask(satisfying: ReadonlySet<BodyCode> | null): number {
  return satisfying === null ? 0 : maskOf(satisfying)
}
