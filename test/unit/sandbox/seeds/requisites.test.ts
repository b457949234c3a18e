import { expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeMogutinOwn } from '../../../../sandbox/seeds/mogutin-own.ts'
import { COMPANY, ReadSeed, TODAY } from './read-seed.ts'

const seed = makeMogutin({ today: TODAY, scale: 0.1 })
const read = new ReadSeed(seed)
const requisites = [...(seed.requisites ?? [])]

const digit = (text: string, at: number): number => Number(text[at])

/** The tax office's own check of ten and of twelve digits. */
function isInn(inn: string): boolean {
  const check = (weights: number[]): number =>
    (weights.reduce((sum, weight, at) => sum + weight * digit(inn, at), 0) % 11) % 10
  if (/^\d{10}$/.test(inn)) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === digit(inn, 9)
  return (
    /^\d{12}$/.test(inn) &&
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digit(inn, 10) &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digit(inn, 11)
  )
}

test('our companies, clients and most carriers at home have legal data, each company once', () => {
  const owners = requisites.map((one) => one.entityId)
  expect(new Set(owners).size).toBe(owners.length)
  for (const { entityTypeId, entityId } of requisites) expect(read.get(entityTypeId, entityId)).toBeDefined()
  const companies = read.of(COMPANY)
  const share = requisites.length / companies.length
  expect(share).toBeGreaterThan(0.7)
  expect(share).toBeLessThan(1)
  const own = companies.filter((company) => company.fields['isMyCompany'] === 'Y').map((company) => company.id)
  expect(own.filter((id) => !owners.includes(id))).toEqual([])
})

test('every tax number passes the tax office’s check, entrepreneurs have twelve digits, and no two are the same', () => {
  const numbers = requisites.map((one) => one.fields['RQ_INN'] ?? '')
  expect(numbers.filter((inn) => !isInn(inn))).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const { presetId, fields } of requisites) expect(fields['RQ_INN']).toHaveLength(presetId === 3 ? 12 : 10)
})

test('the state register’s number ends with the rest of a division, and the account fits its bank', () => {
  for (const { fields, account } of requisites) {
    const register = fields['RQ_OGRN'] ?? fields['RQ_OGRNIP'] ?? ''
    const body = register.slice(0, -1)
    expect((BigInt(body) % BigInt(body.length === 12 ? 11 : 13)) % 10n).toBe(BigInt(register.slice(-1)))
    const keyed = (account['RQ_BIK'] ?? '').slice(-3) + (account['RQ_ACC_NUM'] ?? '')
    const sum = [...keyed].reduce((total, one, at) => total + ((Number(one) * [7, 1, 3][at % 3]!) % 10), 0)
    expect(keyed).toHaveLength(23)
    expect(sum % 10).toBe(0)
  }
})

test('the same trade in a grown portal has the same legal data', () => {
  const own = makeMogutinOwn({ today: TODAY, scale: 0.1 })
  expect([...(own.requisites ?? [])].length).toBeGreaterThan(50)
})
