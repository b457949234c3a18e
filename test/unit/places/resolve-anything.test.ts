import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalisePlaceText } from '../../../server/places/normalise.ts'
import { CONFIDENT, type Resolution } from '../../../server/places/resolve.ts'
import { gazetteer } from './knowledge.ts'

/** Loose enough for a busy machine, tight enough to catch time growing with the length of the text. */
const LONGEST_MS = 250

const SCRAPS =
  "Москва|ул.|обл|г.|р-н|,|(|)|/|-|Новый|Красный|с.|н|Ленина|12|🚛|Ростов|на|Дону|МО|РБ|Kazan|<b>|'|ё|\u0301|Тверская|шоссе|д|к|Посад"
const scraps = fc.constantFrom(...SCRAPS.split('|'))
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc.string({ unit: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшьэюя .-,'), maxLength: 2000 }),
  fc.array(scraps, { maxLength: 400 }).map((parts) => parts.join(' ')),
  fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join('')),
)

/** Processor time, so that other work on the machine does not count. */
function timed<T>(work: () => T): { result: T; ms: number } {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { result, ms: (user + system) / 1000 }
}

function isWellFormed(answer: Resolution): boolean {
  if (answer.state === 'known') return answer.confidence >= CONFIDENT && answer.confidence <= 1
  if (answer.state !== 'ambiguous') return true
  return answer.confidence < CONFIDENT && !answer.alternatives.includes(answer.place)
}

describe('whatever is typed', () => {
  test('there is an answer of the agreed shape, in bounded time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { result, ms } = timed(() => gazetteer.resolve(text))
        expect(isWellFormed(result)).toBe(true)
        expect(ms).toBeLessThan(LONGEST_MS)
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['one endless word', 'щ'.repeat(2000)],
    ['unknown words', 'непонятнослово '.repeat(140)],
    ['words of many names', 'Красный '.repeat(250)],
    ['street markers', 'ул. '.repeat(500)],
    ['brackets', '('.repeat(2000)],
    ['angle brackets', '<'.repeat(2000)],
  ])('2,000 characters of %s are answered in bounded time', (_, text) => {
    expect(timed(() => gazetteer.resolve(text)).ms).toBeLessThan(LONGEST_MS)
  })

  test('the same text has the same answer', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(gazetteer.resolve(text)).toEqual(gazetteer.resolve(text))
      }),
      { numRuns: 50 },
    )
  })

  test('a taught place wins, unless the text says nothing at all', () => {
    const taughtPlace = gazetteer.all[7]
    if (!taughtPlace) throw new Error('the gazetteer is empty')
    fc.assert(
      fc.property(anything, (text) => {
        const answer = gazetteer.resolve(text, { taught: () => taughtPlace.id })
        const says = { state: 'known', place: taughtPlace, confidence: 1, taught: true }
        expect(answer).toEqual(normalisePlaceText(text) === '' ? { state: 'empty' } : says)
      }),
      { numRuns: 200 },
    )
  })

  test('search never throws and keeps to its limit', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: -1, max: 20 }), (text, limit) => {
        expect(gazetteer.search(text.slice(0, 100), limit).length).toBeLessThanOrEqual(Math.max(0, limit))
      }),
      { numRuns: 100 },
    )
  })
})

describe('the key of a taught text', () => {
  test('is the same when made twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = normalisePlaceText(text)
        expect(normalisePlaceText(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test('does not change with case and outer spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмн opr-.,1'), maxLength: 60 }), (text) => {
        expect(normalisePlaceText(`  ${text} `)).toBe(normalisePlaceText(text))
      }),
    )
  })

  test('makes a mixed alphabet one, and keeps numbers', () => {
    expect(normalisePlaceText('Cклад №1, Mосква')).toBe('склад 1 москва')
    expect(normalisePlaceText('склад 2')).not.toBe(normalisePlaceText('склад 1'))
  })
})

describe('every place of the gazetteer', () => {
  test('is proposed for its own name and region, or a namesake of that region is', () => {
    const sample = gazetteer.all.filter((_, index) => index % 5 === 0)
    const missed = sample.filter((one) => {
      const answer = gazetteer.resolve(`${one.name}, ${one.region}`)
      return !(
        (answer.state === 'known' || answer.state === 'ambiguous') &&
        answer.place.region === one.region &&
        answer.place.name === one.name
      )
    })
    expect(missed.length / sample.length).toBeLessThan(0.02)
  })
})
