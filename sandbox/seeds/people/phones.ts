import type { Random } from '../random.ts'

/** Mobile codes handed to no operator, so that a number of the seed rings nobody. */
const UNUSED_CODES = ['907', '935', '943', '944', '945', '946', '947', '948', '972', '973', '974', '975', '976']

function digits(random: Random, count: number): string {
  let text = ''
  while (text.length < count) text += String(random.integer(0, 9))
  return text
}

/** A Russian mobile number in one of the ways people write it. */
export function mobile(random: Random): string {
  const code = random.pick(UNUSED_CODES)
  const rest = digits(random, 7)
  const parts = `${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}`
  const roll = random.next()
  if (roll < 0.3) return `+7${code}${rest}`
  if (roll < 0.5) return `8${code}${rest}`
  if (roll < 0.68) return `8 (${code}) ${parts}`
  if (roll < 0.86) return `+7 ${code} ${parts}`
  if (roll < 0.94) return `8-${code}-${parts}`
  return `${code}${rest}`
}

/** E.164, as drivers' numbers are kept. */
export function plainMobile(random: Random): string {
  return `+7${random.pick(UNUSED_CODES)}${digits(random, 7)}`
}

export function officePhone(random: Random): string {
  const extension = random.chance(0.6) ? ` доб. ${random.integer(101, 199)}` : ''
  return `8 (800) 000-${digits(random, 2)}-${digits(random, 2)}${extension}`
}

export function kazakhPhone(random: Random): string {
  return random.pick([`+7 700 0${digits(random, 2)} ${digits(random, 4)}`, `+77000${digits(random, 6)}`])
}

export function belarusPhone(random: Random): string {
  return random.pick([
    `+375 29 0${digits(random, 2)}-${digits(random, 2)}-${digits(random, 2)}`,
    `+375290${digits(random, 6)}`,
  ])
}
