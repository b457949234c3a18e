import { RestError } from './errors.ts'
import type { Item } from '../state/items.ts'
import type { State } from '../state/state.ts'
import { anyCase, toInteger, toMap, toText } from './params.ts'
import { companyType, contactType, leadType } from './standard-fields.ts'
import { asList } from './values.ts'

const types = new Set(['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK'])

/**
 * Phones and e-mails are written row by row: with an id the row is changed, without one a row is added, and an
 * empty value removes it. Rows that are not named stay.
 */
export function writeMultifields(state: State, item: Item, raw: unknown): void {
  if (![leadType, contactType, companyType].includes(item.entityTypeId)) return
  const own = new Map(state.items.multifields(item.entityTypeId, item.id).map((row) => [row.id, row]))
  for (const entry of asList(raw)) {
    const row = toMap(entry)
    const typeId = toText(anyCase(row, 'typeId') ?? anyCase(row, 'TYPE_ID')).toUpperCase()
    const value = toText(anyCase(row, 'value')).trim()
    const id = toInteger(anyCase(row, 'id'))
    const known = id === null ? undefined : own.get(id)
    if (value !== '' && (known?.typeId ?? typeId) === 'EMAIL' && !/^[^\s@]+@[^\s@]+$/.test(value))
      throw new RestError(400, 'ERROR_CORE', 'The field "E-mail" contains an invalid address')
    if (known && value === '') state.items.removeMultifield(item.entityTypeId, item.id, known.id)
    else if (value !== '' && types.has(known?.typeId ?? typeId))
      state.items.saveMultifield(item.entityTypeId, item.id, {
        id: known?.id ?? state.meta.nextId('multifield'),
        typeId: known?.typeId ?? typeId,
        valueType: toText(anyCase(row, 'valueType') ?? anyCase(row, 'VALUE_TYPE')) || known?.valueType || 'WORK',
        value,
      })
  }
}
