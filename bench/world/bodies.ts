import { BODY_CODES, type BodyCode } from '../../contract/codes.ts'
import type { LatentCarrier } from './carriers.ts'
import { BODIES } from './knobs.ts'

/** By body asked for, which bodies will do, as bits. */
const ACCEPTED = new Map(BODIES.map(({ body, acceptedBy }) => [body, maskOf(acceptedBy)]))

export function maskOf(bodies: readonly BodyCode[]): number {
  return bodies.reduce((mask, body) => mask | (1 << BODY_CODES.indexOf(body)), 0)
}

export function canTake({ bodyMask }: LatentCarrier, body: BodyCode): boolean {
  return (bodyMask & accepted(body)) !== 0
}

/** Which of his bodies a carrier would send. */
export function bodySent({ bodies }: LatentCarrier, body: BodyCode): BodyCode {
  return bodies.find((own) => (maskOf([own]) & accepted(body)) !== 0) ?? bodies[0]!
}

function accepted(body: BodyCode): number {
  return ACCEPTED.get(body) ?? maskOf([body])
}
