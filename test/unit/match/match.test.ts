import { expect, test } from 'vitest'
import { matchCarriers } from '../../../server/match/match.ts'
import { WEIGHTS } from '../../../server/match/weights.ts'
import { attempt, base, carrier, context, lane, NOW, podolsk, vehicle } from './cast.ts'

const namesOf = (rows: { facts: { name: string } }[]) => rows.map(({ facts }) => facts.name)

test('a carrier who drives the lane stands before one who priced it, and both before one who only says he runs it', () => {
  const { rows, weightsVersion } = matchCarriers(context(), [
    carrier({ companyId: 1, name: 'Сказал', declared: [{ ...lane(), bothWays: true }] }),
    carrier({ companyId: 2, name: 'Возит', exact: lane({ trips: 2 }) }),
    carrier({ companyId: 3, name: 'Назвал цену', exact: lane({ offers: 3 }) }),
    carrier({ companyId: 4, name: 'Неизвестный' }),
  ])
  expect(namesOf(rows)).toEqual(['Возит', 'Назвал цену', 'Сказал', 'Неизвестный'])
  expect(weightsVersion).toBe(WEIGHTS.version)
})

test('the score is ln(0.15 + E), E by the formula that won on hidden history', () => {
  const { rows } = matchCarriers(context(), [
    carrier({
      exact: lane({ trips: 2, tripsDecayed: 1.5, offers: 4, offersDecayed: 2 }),
      near: [lane({ fromOffKm: 25, toOffKm: 15, trips: 3, offers: 1 })],
      declared: [{ ...lane({ fromOffKm: 10, toOffKm: 10 }), bothWays: false }],
      region: { fromRegion: 'Москва', toRegion: 'Татарстан', trips: 6, tripsDecayed: 5, offers: 6, offersDecayed: 3 },
    }),
  ])
  const evidence = 3 * 1.5 + 2 + 0.7 * Math.exp(-1) * (3 * 3 + 1) + 1.6 * Math.exp(-0.5) + 0.05 * (3 * 5 + 3)
  expect(rows[0]!.evidence).toBeCloseTo(evidence, 10)
  expect(rows[0]!.score).toBeCloseTo(Math.log(0.15 + evidence), 10)
})

test('a truck free here on the day is called before a carrier with one old trip, and after the regular of the lane', () => {
  const { rows } = matchCarriers(context(), [
    carrier({ companyId: 1, name: 'Один рейс', exact: lane({ trips: 1 }) }),
    carrier({ companyId: 2, name: 'Машина рядом', freeAt: { place: podolsk, offKm: 35, on: '2026-11-25' } }),
    carrier({ companyId: 3, name: 'Постоянный', exact: lane({ trips: 8 }) }),
  ])
  expect(namesOf(rows)).toEqual(['Постоянный', 'Машина рядом', 'Один рейс'])
})

test('a vetoed carrier is not in the list but below it, best first, with his reason and his evidence', () => {
  const small = vehicle({ body: 'tent', capacityKg: 5000 })
  const { rows, vetoed } = matchCarriers(context({ weightKg: 20_000 }), [
    carrier({ companyId: 1, name: 'Мал', vehicles: [small] }),
    carrier({ companyId: 2, name: 'Мал и опытен', vehicles: [small], exact: lane({ trips: 4 }) }),
    carrier({ companyId: 3, name: 'Неизвестно какой' }),
  ])
  expect(namesOf(rows)).toEqual(['Неизвестно какой'])
  expect(namesOf(vetoed)).toEqual(['Мал и опытен', 'Мал'])
  expect(vetoed[0]).toMatchObject({
    vetoes: [{ kind: 'weight', needsKg: 20_000, hasKg: 5000 }],
    reasons: [{ kind: 'trips_exact', count: 4 }],
  })
})

test('all vetoes of a carrier are told, what concerns the company first', () => {
  const { vetoed } = matchCarriers(context({ adr: '3', bodies: ['reefer'], excludedCompanyIds: [100] }), [
    carrier({ base: base({ doNotUse: true }), hasContact: false, vehicles: [vehicle({ body: 'tent' })] }),
  ])
  expect(vetoed[0]!.vetoes.map(({ kind }) => kind)).toEqual([
    'stop_list',
    'excluded_by_client',
    'no_contact',
    'adr',
    'body',
  ])
})

test('preference decides between equals and not against history', () => {
  const preferred = base({ preferred: true })
  const { rows } = matchCarriers(context(), [
    carrier({ companyId: 1, name: 'Равный', exact: lane({ trips: 2 }) }),
    carrier({ companyId: 2, name: 'Любимый', exact: lane({ trips: 2 }), base: preferred }),
    carrier({ companyId: 3, name: 'Опытный', exact: lane({ trips: 4 }) }),
  ])
  expect(namesOf(rows)).toEqual(['Опытный', 'Любимый', 'Равный'])
})

test('after an unanswered call the next equal carrier comes first', () => {
  const exact = lane({ trips: 2 })
  const { rows } = matchCarriers(context(), [
    carrier({ companyId: 1, name: 'Не ответил', exact, attempts: [attempt({ result: 'no_answer' })] }),
    carrier({ companyId: 2, name: 'Следующий', exact }),
  ])
  expect(namesOf(rows)).toEqual(['Следующий', 'Не ответил'])
})

test('equal carriers stand by their last trip, then by company id, in whatever order they came', () => {
  const equals = [
    carrier({ companyId: 9, exact: lane({ trips: 1, lastTripMs: Date.parse('2026-11-20T07:00:00.000Z') }) }),
    carrier({ companyId: 5, exact: lane({ trips: 1, lastTripMs: Date.parse(NOW) }) }),
    carrier({ companyId: 3, exact: lane({ trips: 1, lastTripMs: Date.parse(NOW) }) }),
  ]
  for (const order of [equals, equals.toReversed()])
    expect(matchCarriers(context(), order).rows.map(({ facts }) => facts.companyId)).toEqual([3, 5, 9])
})
