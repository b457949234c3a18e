import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { laneRates as laneRatesShape } from '../../../contract/carriers.ts'
import { BODY_CODES, VAT_CODES } from '../../../contract/codes.ts'
import type { SeenRate } from '../../../server/match/facts.ts'
import { laneRates } from '../../../server/match/lane-rates.ts'
import { NOW } from './cast.ts'

const context = { now: NOW, distanceKm: 820, bodies: [] }

const rate = (changes: Partial<SeenRate> = {}): SeenRate => ({
  companyId: 1,
  minor: 90_000_00,
  currency: 'RUB',
  vat: 'none',
  at: NOW,
  distanceKm: null,
  area: 'exact',
  body: null,
  ...changes,
})
/** Eight rates of four carriers: 80, 81 … 87 thousand without VAT. */
const eight = (changes: Partial<SeenRate> = {}) =>
  [80, 81, 82, 83, 84, 85, 86, 87].map((thousand, index) =>
    rate({ companyId: index % 4, minor: thousand * 1000_00, ...changes }),
  )

test('a lane nobody has priced has no rates', () => {
  expect(laneRates([], context)).toEqual({ state: 'none' })
})

test('seven rates, or eight of two carriers, are said to be few and no number is given', () => {
  expect(laneRates(eight().slice(1), context)).toEqual({ state: 'few', count: 7, carriers: 4, area: 'exact' })
  const twoCarriers = eight().map((each, index) => ({ ...each, companyId: index % 2 }))
  expect(laneRates(twoCarriers, context)).toEqual({ state: 'few', count: 8, carriers: 2, area: 'exact' })
})

test('eight rates of four carriers give a median and quartiles, named as without VAT', () => {
  expect(laneRates(eight(), context)).toEqual({
    state: 'enough',
    count: 8,
    carriers: 4,
    area: 'exact',
    treatment: 'none',
    medianMinor: 83_500_00,
    lowerQuartileMinor: 81_500_00,
    upperQuartileMinor: 85_500_00,
    currency: 'RUB',
    medianPerKmMinor: Math.round(83_500_00 / 820),
    suggested: {
      minor: 83_500_00,
      lowMinor: 80_700_00,
      highMinor: 86_300_00,
      by: 'lane',
      confidence: 'medium',
    },
    sinceOn: '2026-11-23',
    history: [{ month: '2026-11', medianMinor: 83_500_00, count: 8 }],
  })
})

test('many fresh rates of the very lane that agree are sure; few, far or scattered ones are not', () => {
  const confidence = (rates: SeenRate[]) => {
    const found = laneRates(rates, context)
    return found.state === 'enough' ? found.suggested.confidence : found.state
  }
  expect(confidence([...eight(), ...eight()])).toBe('high')
  expect(confidence([...eight(), ...eight({ area: 'near' })])).toBe('medium')
  expect(confidence(eight({ area: 'near' }))).toBe('medium')
  expect(confidence(eight({ area: 'region' }))).toBe('low')
  const scattered = eight().map((each, at) => ({ ...each, minor: each.minor * (1 + at / 4) }))
  expect(confidence(scattered)).toBe('low')
})

test('rates of a lane half as long are brought to this lane’s length before one is suggested', () => {
  const found = laneRates(eight({ area: 'near', distanceKm: 410 }), context)
  if (found.state !== 'enough') throw new Error(found.state)
  expect(found.suggested.by).toBe('length')
  expect(found.suggested.minor / found.medianMinor).toBeCloseTo(2 ** 0.6, 3)
  const unmeasured = laneRates(eight({ area: 'near' }), context)
  expect(unmeasured).toMatchObject({ medianMinor: 83_500_00, suggested: { minor: 83_500_00 } })
})

test('90,000 without VAT, 94,500 with 5 %, 96,300 with 7 % and 109,800 with 22 % are one and the same rate', () => {
  const forms = [
    ['none', 90_000_00],
    ['5', 94_500_00],
    ['7', 96_300_00],
    ['22', 109_800_00],
  ] as const
  const seen = forms.flatMap(([vat, minor], index) => [
    rate({ vat, minor, companyId: index }),
    rate({ vat, minor, companyId: index }),
  ])
  const same = { medianMinor: 90_000_00, lowerQuartileMinor: 90_000_00, upperQuartileMinor: 90_000_00 }
  expect(laneRates(seen, context)).toMatchObject({ treatment: 'none', ...same })
  expect(laneRates(seen, { ...context, treatment: '22' })).toMatchObject({ treatment: '22', medianMinor: 109_800_00 })
})

test('a rate whose VAT is not known is left out, it is not taken for "without VAT"', () => {
  expect(laneRates([rate({ vat: null })], context)).toEqual({ state: 'none' })
  expect(laneRates([...eight(), rate({ vat: null, minor: 1_000_000_00 })], context)).toMatchObject({ count: 8 })
})

test('the area widens to near lanes, then to the region, and keeps what is nearer', () => {
  const [exact, near, far] = [eight().slice(0, 3), eight({ area: 'near' }), eight({ area: 'region' })]
  expect(laneRates([...exact, ...near, ...far], context)).toMatchObject({ state: 'enough', area: 'near', count: 11 })
  expect(laneRates([...exact, ...far], context)).toMatchObject({ state: 'enough', area: 'region', count: 11 })
  expect(laneRates([...exact, ...near.slice(0, 2)], context)).toEqual({
    state: 'few',
    count: 5,
    carriers: 3,
    area: 'near',
  })
})

test('rates older than a year, or dated far ahead, tell nothing of this market', () => {
  expect(laneRates(eight({ at: '2025-11-22T07:00:00Z' }), context)).toEqual({ state: 'none' })
  expect(laneRates(eight({ at: '2027-01-01T00:00:00Z' }), context)).toEqual({ state: 'none' })
})

test('fresh rates weigh more than those of half a year ago, and history keeps the months apart', () => {
  const old = eight({ at: '2026-05-20T07:00:00Z' })
  const fresh = eight().map((each) => ({ ...each, minor: each.minor + 20_000_00 }))
  const answer = laneRates([...old, ...fresh], context)
  expect(answer).toMatchObject({
    sinceOn: '2026-05-20',
    history: [
      { month: '2026-05', medianMinor: 83_500_00, count: 8 },
      { month: '2026-11', medianMinor: 103_500_00, count: 8 },
    ],
  })
  expect(answer.state === 'enough' && answer.medianMinor).toBeGreaterThan(100_000_00)
})

test('roubles per kilometre are taken rate by rate, from the distances that are known', () => {
  const seen = eight({ area: 'near' }).map((each, index) => ({ ...each, distanceKm: index < 4 ? 1000 : null }))
  expect(laneRates(seen, context)).toMatchObject({ medianPerKmMinor: 81_50 })
  expect(laneRates(eight({ area: 'near' }), context)).toMatchObject({ medianPerKmMinor: null })
  expect(laneRates(eight({ distanceKm: 0 }), context)).toMatchObject({ medianPerKmMinor: null })
})

test('the price of a reefer is not mixed into a tilt lane; an unknown body is', () => {
  const seen = [...eight(), rate({ body: 'reefer', minor: 200_000_00 }), rate({ body: 'curtain' })]
  expect(laneRates(seen, { ...context, bodies: ['tent'] })).toMatchObject({ count: 9 })
  expect(laneRates(seen, context)).toMatchObject({ count: 10 })
})

test('a rate in another currency is not added to roubles', () => {
  expect(laneRates([...eight(), rate({ currency: 'EUR', minor: 1_000_00 })], context)).toMatchObject({
    count: 8,
    currency: 'RUB',
  })
})

test('whatever was typed as a rate, the answer keeps the agreed shape', () => {
  const odd = fc.record({
    companyId: fc.integer(),
    minor: fc.oneof(fc.integer(), fc.double(), fc.constant(0), fc.constant(8_500_000)),
    currency: fc.constantFrom('RUB', 'KZT'),
    vat: fc.option(fc.constantFrom(...VAT_CODES)),
    at: fc.oneof(fc.constant(NOW), fc.constant('2026-06-01T00:00:00Z'), fc.string(), fc.constant('1970-01-01')),
    distanceKm: fc.option(fc.double()),
    area: fc.constantFrom<SeenRate['area']>('exact', 'near', 'region'),
    body: fc.option(fc.constantFrom(...BODY_CODES)),
  })
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 40 }), fc.option(fc.double()), (seen, distanceKm) => {
      const answer = laneRates(seen, { ...context, distanceKm })
      expect(laneRatesShape.safeParse(answer).error).toBeUndefined()
    }),
  )
})
