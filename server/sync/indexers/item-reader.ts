import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'
import { elementCode, readField, type MappedProcess } from '../../portal/schema-map.ts'
import {
  readCompanyId,
  readDay,
  readFlag,
  readId,
  readInteger,
  readList,
  readMoment,
  readMoney,
  readNumber,
  readText,
} from './portal-values.ts'

export type Item = Record<string, unknown>

/** One item of a process, read by our field codes; fields that this portal does not keep read as "not stated". */
export interface ItemReader {
  text(code: string, longest?: number): string | null
  texts(code: string, longest?: number): string[]
  number(code: string, least: number, most: number): number | null
  integer(code: string, least: number, most: number): number | null
  flag(code: string): boolean
  moment(code: string): string | null
  day(code: string): string | null
  money(code: string): Money | null
  userId(code: string): number | null
  companyId(code: string): number | null
  companyIds(code: string): number[]
  /** Our code of a single element, if it is one of `known`. */
  code<Code extends string>(code: string, known: readonly Code[]): Code | null
  codes<Code extends string>(code: string, known: readonly Code[]): Code[]
  /** Our code of a single element, whatever it is. */
  element(code: string): string | null
  /** VAT treatment of a payment form: the code of its element, or the end of it (`second:22`). */
  vatOfForm(code: string): VatCode | null
}

export function createItemReader(item: Item, process: MappedProcess): ItemReader {
  const raw = (code: string) => readField(item, process, code)
  const single = (code: string) => readList(raw(code))[0]
  const known = <Code extends string>(code: string, value: unknown, codes: readonly Code[]): Code | null => {
    const ours = elementCode(process, code, value)
    return codes.find((one) => one === ours) ?? null
  }
  return {
    text: (code, longest) => readText(single(code), longest),
    texts: (code, longest) => present(readList(raw(code)).map((value) => readText(value, longest))),
    number: (code, least, most) => readNumber(single(code), least, most),
    integer: (code, least, most) => readInteger(single(code), least, most),
    flag: (code) => readFlag(single(code)),
    moment: (code) => readMoment(single(code)),
    day: (code) => readDay(single(code)),
    money: (code) => readMoney(single(code)),
    userId: (code) => readId(single(code)),
    companyId: (code) => readCompanyId(single(code)),
    companyIds: (code) => [...new Set(present(readList(raw(code)).map(readCompanyId)))],
    code: (code, codes) => known(code, single(code), codes),
    codes: (code, codes) => [...new Set(present(readList(raw(code)).map((value) => known(code, value, codes))))],
    element: (code) => elementCode(process, code, single(code)),
    vatOfForm: (code) => vatOfPaymentForm(elementCode(process, code, single(code))),
  }
}

export function vatOfPaymentForm(form: string | null): VatCode | null {
  const tail = form?.split(/[:_]/).at(-1)
  return VAT_CODES.find((code) => code === tail) ?? null
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value): value is Value => value !== null)
}
