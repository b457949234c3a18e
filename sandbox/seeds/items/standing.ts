import { dayText } from '../days.ts'
import type { Random } from '../random.ts'
import { wheelOf } from '../random.ts'
import type { PlainValue } from '../schema/process.ts'
import type { Carrier } from '../world/carriers.ts'
import type { World } from '../world/world.ts'

const STATES = wheelOf<string>({ active: 93, paused: 4, stop: 3 })
const CHECKS = wheelOf<string>({ passed: 62, unknown: 34, failed: 4 })
const WHY_NOT = ['Сорвал загрузку', 'Требовал доплату на выгрузке', 'Повреждение груза, не платит', 'Подменил машину']

/** How the forwarder stands to him: state, security check, permits, and who must not be written to. */
export function standing(world: World, carrier: Carrier, random: Random): Record<string, PlainValue> {
  const ago = (low: number, high: number): string => dayText(world.today - random.integer(low, high))
  const state = STATES.draw(random)
  const security = CHECKS.draw(random)
  const doNotUse = random.chance(0.02)
  const hasAdr = carrier.adr.length > 0
  return {
    STATE: state,
    PAUSED_UNTIL: state === 'paused' ? dayText(world.today + random.integer(1, 40)) : null,
    SECURITY: security,
    SECURITY_ON: security === 'unknown' ? null : ago(3, 400),
    ADR: hasAdr ? carrier.adr : null,
    ADR_UNTIL: hasAdr ? dayText(world.today + random.integer(-60, 900)) : null,
    PREFERRED: random.chance(0.06),
    DO_NOT_USE: doNotUse,
    DO_NOT_USE_REASON: doNotUse ? random.pick(WHY_NOT) : null,
    OPTED_OUT_ON: random.chance(0.03) ? ago(5, 300) : null,
  }
}
