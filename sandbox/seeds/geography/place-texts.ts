import type { Random } from '../random.ts'
import type { Town } from './towns.ts'

const STREETS = [
  'ул. Промышленная',
  'ул. Складская',
  'пр-т Ленина',
  'ул. Заводская',
  'ш. Энтузиастов',
  'ул. Магистральная',
  'ул. Индустриальная',
  'Южное ш.',
]

/** Answers no gazetteer should be sure of: two towns at least, a village, or no place at all. */
const TROUBLESOME = [
  'Ростов',
  'Киров',
  'Троицк',
  'Березовский',
  'Железногорск',
  'Белый Раст',
  'склад Ворсино',
  'Есипово',
  'уточняется',
  'по согласованию',
  'рц магнит',
]

/** A street address, as the card's address field holds it. */
export function streetText(random: Random): string {
  const building = random.chance(0.3) ? `, стр. ${random.integer(1, 9)}` : ''
  return `${random.pick(STREETS)}, ${random.integer(1, 140)}${building}`
}

/** Two neighbouring letters swapped or one left out, past the first two: people get the beginning right. */
function mistype(random: Random, name: string): string {
  const at = random.integer(2, name.length - 3)
  if (random.chance(0.5)) return name.slice(0, at) + name.slice(at + 1)
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

function withRegion(random: Random, town: Town): string {
  const { name, region } = town
  if (region === 'Московская обл.') return random.pick([`МО ${name}`, `Моск. обл., г. ${name}`, `${name} МО`])
  if (region === name || region === 'СПб') return `г. ${name}`
  return random.pick([`${name}, ${region}`, `${region}, г. ${name}`, `${name} (${region})`])
}

/** The town as somebody typed it in a hurry; nearly always recognisable, now and then not. */
export function typePlace(random: Random, town: Town): string {
  const { name, shortForms } = town
  const roll = random.next()
  if (roll < 0.3) return name
  if (roll < 0.46) return `г. ${name}`
  if (roll < 0.62) return shortForms.length > 0 ? random.pick(shortForms) : name
  if (roll < 0.76) return withRegion(random, town)
  if (roll < 0.86) return `${withRegion(random, town)}, ${streetText(random)}`
  if (roll < 0.93) return name.toLowerCase()
  if (roll < 0.95) return `${name} `
  if (roll < 0.965) return name.toUpperCase()
  if (roll < 0.985) return name.length >= 7 ? mistype(random, name) : name
  if (roll < 0.993) return `${name}, склад`
  return random.pick(TROUBLESOME)
}
