import { ownerMark, type TextRecord } from '../state/requisites.ts'
import type { State } from '../state/state.ts'
import { anyCase, toText, type Params } from './params.ts'
import { companyType, dealType } from './standard-fields.ts'

const actual = '1'
const legal = '6'
const requisiteType = 8

/** Parts of an address and how they are spelled among the fields of a card, behind `ADDRESS`. */
const parts: [own: string, suffix: string][] = [
  ['ADDRESS_1', ''],
  ['ADDRESS_2', '_2'],
  ['CITY', '_CITY'],
  ['POSTAL_CODE', '_POSTAL_CODE'],
  ['REGION', '_REGION'],
  ['PROVINCE', '_PROVINCE'],
  ['COUNTRY', '_COUNTRY'],
  ['COUNTRY_CODE', '_COUNTRY_CODE'],
  ['LOC_ADDR_ID', '_LOC_ADDR_ID'],
]

interface Kind {
  prefix: string
  typeId: string
}

const kindsOf = (entityTypeId: number): Kind[] => {
  if (entityTypeId === dealType) return []
  const own = { prefix: 'ADDRESS', typeId: actual }
  return entityTypeId === companyType ? [own, { prefix: 'REG_ADDRESS', typeId: legal }] : [own]
}

export const addressNames = (entityTypeId: number): string[] =>
  kindsOf(entityTypeId).flatMap(({ prefix }) => parts.map(([, suffix]) => prefix + suffix))

/** The addresses of a card as the older methods show them among its fields: its own, else its requisite's. */
export function printCardAddresses(state: State, entityTypeId: number, id: number): Record<string, string | null> {
  const own = state.legal.addresses.marked(ownerMark(entityTypeId, id))
  const ofRequisites = (): TextRecord[] =>
    state.legal.requisites
      .marked(ownerMark(entityTypeId, id))
      .flatMap((requisite) => state.legal.addresses.marked(ownerMark(requisiteType, requisite.id)))
  const printed: Record<string, string | null> = {}
  for (const { prefix, typeId } of kindsOf(entityTypeId)) {
    const ofKind = ({ values }: TextRecord): boolean => values['TYPE_ID'] === typeId
    const found = own.find(ofKind) ?? ofRequisites().find(ofKind)
    for (const [name, suffix] of parts) printed[prefix + suffix] = found?.values[name] ?? null
  }
  return printed
}

/** Keeps what was written of an address; parts that were not named stay. */
export function writeCardAddresses(state: State, entityTypeId: number, id: number, fields: Params): void {
  const own = state.legal.addresses.marked(ownerMark(entityTypeId, id))
  for (const { prefix, typeId } of kindsOf(entityTypeId)) {
    const written = parts.flatMap(([name, suffix]): [string, string | null][] => {
      const value = anyCase(fields, prefix + suffix)
      return value === undefined ? [] : [[name, toText(value) || null]]
    })
    if (written.length === 0) continue
    const known = own.find(({ values }) => values['TYPE_ID'] === typeId)
    const key = { TYPE_ID: typeId, ENTITY_TYPE_ID: String(entityTypeId), ENTITY_ID: String(id) }
    const values = { ...known?.values, ...key, ...Object.fromEntries(written) }
    if (known) state.legal.addresses.save({ id: known.id, values })
    else state.legal.addresses.add({ values })
  }
}
