import { expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeMogutinOwn } from '../../../../sandbox/seeds/mogutin-own.ts'
import { OWN_CARRIER, OWN_OFFER, OWN_ORDER, OWN_REQUEST } from '../../../../sandbox/seeds/own/processes.ts'
import { asMoneyText } from '../../../../sandbox/seeds/own/money-text.ts'
import { fingerprint, ReadSeed, TODAY } from './read-seed.ts'

const SCALE = 0.1
const own = new ReadSeed(makeMogutinOwn({ today: TODAY, scale: SCALE }))
const plain = new ReadSeed(makeMogutin({ today: TODAY, scale: SCALE }))

test('the portal of its own making has twenty-three processes, and the trade of the other one', () => {
  expect(own.seed.types).toHaveLength(23)
  expect(new Set(own.seed.types.map((type) => type.entityTypeId)).size).toBe(23)
  for (const [mine, theirs] of [
    [OWN_REQUEST, 1036],
    [OWN_ORDER, 1040],
    [OWN_OFFER, 1044],
    [OWN_CARRIER, 1048],
  ] as const)
    expect(own.of(mine.entityTypeId).map((item) => item.id)).toEqual(plain.of(theirs).map((item) => item.id))
})

test('nothing in it carries a code of ours: no title, field, stage or element', () => {
  const ours = plain.seed.types.flatMap((type) => [
    type.title,
    ...type.fields.map((field) => field.fieldName.replace(/^UF_CRM_\d+_/, '')),
    ...type.fields.flatMap((field) => (field.items ?? []).map((one) => one.xmlId)),
  ])
  const theirs = own.seed.types.flatMap((type) => [
    type.title,
    ...type.fields.map((field) => field.fieldName.replace(/^UF_CRM_\d+_/, '')),
    ...type.fields.flatMap((field) => (field.items ?? []).map((one) => one.xmlId)),
  ])
  expect(theirs.filter((text) => ours.includes(text))).toEqual([])
  for (const type of own.seed.types)
    for (const field of type.fields) expect(field.fieldName).toMatch(new RegExp(`^UF_CRM_${type.id}_1\\d{12}$`))
})

test('every value stands in a field of its process, and every list element exists once', () => {
  const elements = own.seed.types.flatMap((type) =>
    type.fields.flatMap((field) => field.items?.map((one) => one.id) ?? []),
  )
  expect(new Set(elements).size).toBe(elements.length)
  const unknown = own.items.flatMap(({ fields }) =>
    Object.keys(fields).filter((name) => name.startsWith('UF_') && !own.field(name)),
  )
  expect(unknown).toEqual([])
  const stages = new Set(
    own.seed.types.flatMap((type) =>
      type.categories.flatMap(({ id, stages: list }) =>
        list.map((stage) => `DT${type.entityTypeId}_${id}:${stage.statusId}`),
      ),
    ),
  )
  const lost = own.items.filter(
    ({ fields }) => String(fields.stageId ?? '').startsWith('DT') && !stages.has(String(fields.stageId)),
  )
  expect(lost).toEqual([])
})

test('sums are typed as people type them, and the same sum always alike', () => {
  const spell = (value: string, vat: string) => asMoneyText('FORM')(value, () => vat)
  expect(spell('85000|RUB', '22')).toBe('85 000 руб. с НДС 22%')
  expect(spell('85503.5|RUB', '20')).toBe('85503,50 с НДС')
  expect(spell('87500|RUB', 'none')).toBe('87,5 т.р. без НДС')
  expect(spell('90002|RUB', '22')).toBe('90 002 р с НДС')
})

test('two makings of it are the same portal', () => {
  const make = () => fingerprint(makeMogutinOwn({ today: TODAY, scale: 0.02 }))
  expect(make()).toBe(make())
})
