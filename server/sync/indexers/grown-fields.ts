import type { Money } from '../../../contract/money.ts'
import { FIELD_OF_CODE } from '../../portal/dictionary.ts'
import { guessElement } from '../../portal/guess/guess-elements.ts'
import { moneyOfWords } from '../../portal/money-words.ts'
import { elementCode, type MappedField, type MappedProcess } from '../../portal/schema-map.ts'
import { readList, readMoney, readNumber, readText } from './portal-values.ts'

/**
 * Values of fields that grew in a portal of its own: of another type or unit than ours would be. What cannot be told
 * reads as not stated.
 */

/** Money of a money field, of a number of roubles, or as somebody typed it. */
export function readMoneyIn(value: unknown, field: MappedField | undefined): Money | null {
  if (field?.type === 'string') {
    const text = readText(value, 200)
    return text === null ? null : moneyOfWords(text)
  }
  if (field?.type !== 'double' && field?.type !== 'integer') return readMoney(value)
  const roubles = readNumber(value, 0, 1e12)
  return roubles ? { minor: Math.round(roubles * 100), currency: 'RUB' } : null
}

/** A number in our unit; of a text field its only number («20 т»). */
export function readMeasure(
  value: unknown,
  field: MappedField | undefined,
  least: number,
  most: number,
): number | null {
  const times = field?.times ?? 1
  const text = field?.type === 'string' ? onlyNumber(readText(value, 60)) : value
  const number = readNumber(text, -Number.MAX_VALUE, Number.MAX_VALUE)
  // 20.4 tonnes are 20 400 kilograms, not 20 399.999…
  const ours = number === null ? null : Math.round(number * times * 1e6) / 1e6
  return ours !== null && ours >= least && ours <= most ? ours : null
}

function onlyNumber(text: string | null): string | null {
  const found = text?.replaceAll(/(?<=\d)[\s\u00a0](?=\d{3})/gu, '').match(/-?\d+(?:[.,]\d+)?/gu) ?? []
  return found.length === 1 ? found[0]! : null
}

/** Our code of an element; of a text field the one its words name. */
export function readElement(process: MappedProcess, code: string, value: unknown): string | null {
  const field = process.fields[code]
  const definition = FIELD_OF_CODE.get(code)
  if (field?.type !== 'string' || definition?.type !== 'enumeration') return elementCode(process, code, value)
  const text = readText(value, 200)
  return text === null ? null : guessElement(definition, text)
}

/** Entries of a multiple field; of a single text field its lines. */
export function lines(value: unknown, field: MappedField | undefined): unknown[] {
  const list = readList(value)
  if (!field || field.multiple || typeof list[0] !== 'string') return list
  return list[0].split('\n').slice(0, 200)
}
