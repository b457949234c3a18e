/** A number from 0 to 1. */
export type Random = () => number

/** Small seeded generator (mulberry32): the same seed makes the same mutations everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const MUTATIONS = ['typo', 'case', 'street', 'prefix'] as const
export type Mutation = (typeof MUTATIONS)[number]

const SHORTEST_MISTYPED = 5
const ROWS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const STREETS = [
  ', ул. Ленина, 5',
  ', Заводская ул., д. 12',
  ', пр-т Мира, 3',
  ', ул. Московская, д. 7, стр. 2',
  ' ул. Советская 15',
  ', Промышленный проезд, 7',
  ', Северное шоссе, 10',
  ', пер. Садовый, 4 к. 1',
  ', улица Гагарина 21',
  ', наб. Победы, 1, склад 3',
]
const PREFIXES = [
  'г. ',
  'город ',
  'г ',
  'из ',
  'в ',
  'склад ',
  'погрузка: ',
  'Выгрузка ',
  'Россия, ',
  'РФ ',
  'доставка в ',
  'терминал, ',
  'до ',
]

/** The text as another person might have typed it. */
export function mutateText(text: string, mutation: Mutation, random: Random): string {
  if (mutation === 'street') return text + pick(STREETS, random)
  if (mutation === 'prefix') return pick(PREFIXES, random) + text
  if (mutation === 'case') return random() < 0.5 ? text.toUpperCase() : text.toLowerCase()
  return mistype(text, random)
}

/** One slip in one word of five letters or more, never in its first letter; a text of short words stays as it is. */
function mistype(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_MISTYPED)
  if (words.length === 0) return text
  const word = pick(words, random)
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2))
  const [before, letter, next, after] = [
    text.slice(0, at),
    text[at] as string,
    text[at + 1] as string,
    text.slice(at + 2),
  ]
  const slip = Math.floor(random() * 4)
  if (slip === 0) return before + next + letter + after
  if (slip === 1) return before + next + after
  if (slip === 2) return before + letter + letter + next + after
  return before + neighbourKey(letter, random) + next + after
}

function neighbourKey(letter: string, random: Random): string {
  const row = ROWS.find((keys) => keys.includes(letter.toLowerCase()))
  if (!row) return letter
  const at = row.indexOf(letter.toLowerCase())
  return row[at === 0 ? 1 : at === row.length - 1 ? at - 1 : at + (random() < 0.5 ? -1 : 1)] as string
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}
