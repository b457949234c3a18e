import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, OFFERS, russianForm, TRIPS } from '../../../../../widgets/shared/sentences/plural.ts'

const said = (count: number) => counted('ru', count, TRIPS).replace('\u00A0', ' ')

test('trips are counted as a Russian counts them', () => {
  expect([0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112].map(said)).toEqual([
    '0 рейсов',
    '1 рейс',
    '2 рейса',
    '4 рейса',
    '5 рейсов',
    '11 рейсов',
    '12 рейсов',
    '14 рейсов',
    '21 рейс',
    '22 рейса',
    '25 рейсов',
    '101 рейс',
    '111 рейсов',
    '112 рейсов',
  ])
})

test('English knows one offer and several', () => {
  expect([0, 1, 2, 21].map((count) => counted('en', count, OFFERS))).toEqual([
    '0\u00A0offers',
    '1\u00A0offer',
    '2\u00A0offers',
    '21\u00A0offers',
  ])
})

test('the Russian form is the one the platform itself would choose', () => {
  const rules = new Intl.PluralRules('ru')
  const names = ['one', 'few', 'many']
  fc.assert(
    fc.property(fc.nat(1_000_000), (count) => {
      expect(names[russianForm(count)]).toBe(rules.select(count))
    }),
  )
})
