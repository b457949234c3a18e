import { hubAt, isAbroad } from '../geography/towns.ts'
import { accountNumber, companyInn, kppOf, ogrn, personInn } from '../people/tax-numbers.ts'
import { mix, Random } from '../random.ts'
import { COMPANY } from '../schema/process.ts'
import type { SeedRequisite } from '../seed.ts'
import type { World } from '../world/world.ts'
import { OWN_NAMES } from './companies.ts'

const company = 1
const entrepreneur = 3

const banks = [
  { bik: '044525225', name: 'ПАО Сбербанк' },
  { bik: '044525593', name: 'АО «Альфа-Банк»' },
  { bik: '044525974', name: 'АО «ТБанк»' },
  { bik: '042202803', name: 'Филиал «Нижегородский» ПАО «Волжский банк»' },
]

const streets = ['ул. Промышленная', 'ул. Транспортная', 'ул. Складская', 'пр-т Мира', 'ш. Московское', 'ул. Гагарина']

/**
 * Legal data of our own companies, of clients and of most carriers at home: number, address, account. Carriers from
 * abroad have other numbers, and some small ones never sent theirs.
 */
export function* requisites(world: World): Generator<SeedRequisite> {
  for (const [id, name] of OWN_NAMES) yield requisite(world, id, name, 'Нижний Новгород')
  for (const client of world.clients)
    yield requisite(world, client.id, client.name, hubAt(client.lanes.members[0]?.from ?? 0).name)
  for (const carrier of world.carriers) {
    const home = hubAt(carrier.home)
    const isAtHome = carrier.form === 'company' || carrier.form === 'entrepreneur'
    if (!isAtHome || isAbroad(home) || sequence(world, carrier.id, 5).chance(0.08)) continue
    yield requisite(world, carrier.id, carrier.name, home.name)
  }
}

const sequence = (world: World, id: number, salt: number): Random =>
  new Random(mix(world.seedOf('requisite', id), salt))

function requisite(world: World, companyId: number, name: string, city: string): SeedRequisite {
  const random = sequence(world, companyId, 3)
  const isPerson = name.startsWith('ИП ')
  const inn = isPerson ? personInn(random) : companyInn(random)
  const register = ogrn(random, inn)
  const bank = random.pick(banks)
  const fields: Record<string, string> = isPerson
    ? { RQ_NAME: name.slice('ИП '.length), RQ_OGRNIP: register }
    : { RQ_COMPANY_NAME: name, RQ_OGRN: register, RQ_KPP: kppOf(inn) }
  return {
    entityTypeId: COMPANY,
    entityId: companyId,
    presetId: isPerson ? entrepreneur : company,
    name: isPerson ? 'ИП' : 'Организация',
    fields: { RQ_INN: inn, ...fields },
    address: {
      ADDRESS_1: `${random.pick(streets)}, ${random.integer(1, 120)}`,
      CITY: city,
      POSTAL_CODE: String(random.integer(101_000, 690_999)),
      COUNTRY: 'Россия',
    },
    account: {
      RQ_BANK_NAME: bank.name,
      RQ_BIK: bank.bik,
      RQ_ACC_NUM: accountNumber(random, bank.bik, isPerson),
      RQ_ACC_CURRENCY: 'RUB',
    },
  }
}
