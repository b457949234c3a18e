import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import type { Money } from '../../../contract/money.ts'
import { vatOfWords } from '../../portal/guess/vat-words.ts'
import { readField, type MappedProcess } from '../../portal/schema-map.ts'
import { lines, readElement, readMeasure, readMoneyIn } from './grown-fields.ts'
import { readCompanyId, readDay, readFlag, readId, readList, readMoment, readText } from './portal-values.ts'

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
  /** A sum below zero stands there: no price of anything. */
  isNegative(code: string): boolean
  /** Something is chosen that the map gives no meaning. */
  isUnknownElement(code: string): boolean
  userId(code: string): number | null
  companyId(code: string): number | null
  companyIds(code: string): number[]
  /** Our code of a single element, if it is one of `known`. */
  code<Code extends string>(code: string, known: readonly Code[]): Code | null
  codes<Code extends string>(code: string, known: readonly Code[]): Code[]
  /** Our code of a single element, whatever it is. */
  element(code: string): string | null
  /**
   * Our code of a payment form; where nothing is chosen, the VAT treatment that the words of a typed rate name.
   * `on` is the day those words are of.
   */
  form(code: string, rateCode: string, on: string | null): string | null
  /** VAT treatment of a payment form, or of a typed rate: `22`, or the end of `3:22`. */
  vatOfForm(code: string, rateCode: string, on: string | null): VatCode | null
}

export function createItemReader(item: Item, process: MappedProcess): ItemReader {
  const raw = (code: string) => readField(item, process, code)
  const single = (code: string) => readList(raw(code))[0]
  const known = <Code extends string>(code: string, value: unknown, codes: readonly Code[]): Code | null => {
    const ours = readElement(process, code, value)
    return codes.find((one) => one === ours) ?? null
  }
  const element = (code: string) => readElement(process, code, single(code))
  const form = (code: string, rateCode: string, on: string | null) => {
    const chosen = element(code)
    if (chosen !== null || process.fields[rateCode]?.type !== 'string') return chosen
    return vatOfWords(readText(single(rateCode), 200) ?? '', on)
  }
  return {
    text: (code, longest) => readText(single(code), longest),
    texts: (code, longest) => present(lines(raw(code), process.fields[code]).map((value) => readText(value, longest))),
    number: (code, least, most) => readMeasure(single(code), process.fields[code], least, most),
    integer: (code, least, most) => {
      const number = readMeasure(single(code), process.fields[code], least, most)
      return number === null ? null : Math.round(number)
    },
    flag: (code) => (process.fields[code]?.type === 'enumeration' ? element(code) === 'yes' : readFlag(single(code))),
    moment: (code) => readMoment(single(code)),
    day: (code) => readDay(single(code)),
    money: (code) => readMoneyIn(single(code), process.fields[code]),
    isNegative: (code) => /^\s*[-−]\s*\d/.test(String(single(code) ?? '')),
    isUnknownElement: (code) =>
      process.fields[code]?.type === 'enumeration' && readId(single(code)) !== null && element(code) === null,
    userId: (code) => readId(single(code)),
    companyId: (code) => readCompanyId(single(code)),
    companyIds: (code) => [...new Set(present(readList(raw(code)).map(readCompanyId)))],
    code: (code, codes) => known(code, single(code), codes),
    codes: (code, codes) => [...new Set(present(readList(raw(code)).map((value) => known(code, value, codes))))],
    element,
    form,
    vatOfForm: (code, rateCode, on) => vatOfPaymentForm(form(code, rateCode, on)),
  }
}

export function vatOfPaymentForm(form: string | null): VatCode | null {
  const tail = form?.split(/[:_]/).at(-1)
  return VAT_CODES.find((code) => code === tail) ?? null
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return values.filter((value): value is Value => value !== null)
}
