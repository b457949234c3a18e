import { VAT_CODES, type VatCode } from '../../../contract/codes.ts'
import { EXPENSE_KINDS, type ExpenseLine, type PaymentTerm, type ProfitLine } from '../../../contract/profit.ts'
import { periodOn, type OwnRegime } from '../../../server/money/own-regime.ts'

/** A cell that cannot be read: its row is left out. */
export class CellError extends Error {}

const REGIMES: Record<string, OwnRegime> = {
  general: 'general',
  osno: 'general',
  осно: 'general',
  usn_22: 'simplified_general',
  usn22: 'simplified_general',
  simplified_general: 'simplified_general',
  усн22: 'simplified_general',
  usn_7: 'simplified_7',
  usn7: 'simplified_7',
  simplified_7: 'simplified_7',
  усн7: 'simplified_7',
  usn_5: 'simplified_5',
  usn5: 'simplified_5',
  simplified_5: 'simplified_5',
  усн5: 'simplified_5',
  usn_none: 'simplified_none',
  usn: 'simplified_none',
  usn0: 'simplified_none',
  none: 'simplified_none',
  simplified_none: 'simplified_none',
  усн: 'simplified_none',
}

export function readOwn(text: string): OwnRegime | null {
  if (text === '') return null
  const key = text.toLowerCase().replaceAll(/[\s%-]/g, '')
  if (!Object.hasOwn(REGIMES, key)) throw new CellError(`own "${text}"`)
  return REGIMES[key]!
}

/** Roubles with a decimal dot → kopecks, by digits: no float in between. */
export function readMinor(text: string): number {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) throw new CellError(`sum "${text}"`)
  const minor = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] && minor !== 0 ? -minor : minor
}

export function readNumber(name: string, text: string): number | null {
  if (text === '') return null
  const number = Number(text)
  if (!Number.isFinite(number)) throw new CellError(`${name} "${text}"`)
  return number
}

/** «90000 none», «300 0 USD», «90000»: sum, VAT (empty: not known), currency. */
export function readLine(text: string): ProfitLine {
  const [sum = '', ...rest] = text.split(/\s+/).filter(Boolean)
  const line: ProfitLine = { minor: readMinor(sum), currency: 'RUB', vat: null }
  for (const word of rest) {
    const vat = vatOf(word)
    if (vat) line.vat = vat
    else if (/^[A-Z]{3}$/.test(word)) line.currency = word
    else if (word !== '?' && word !== 'unknown') throw new CellError(`"${word}" in "${text.trim()}"`)
  }
  return line
}

function vatOf(word: string): VatCode | null {
  const plain = word.replace('%', '').toLowerCase()
  return VAT_CODES.find((code) => code === plain) ?? null
}

export function readExpense(text: string): ExpenseLine {
  const [kindWord = '', ...rest] = text.split(/\s+/)
  const kind = EXPENSE_KINDS.find((one) => one === kindWord)
  if (!kind) throw new CellError(`expense "${text}": the kinds are ${EXPENSE_KINDS.join(', ')}`)
  const phase = rest.includes('actual') ? 'actual' : 'planned'
  const direction = rest.includes('in') ? 'in' : 'out'
  const line = readLine(rest.filter((word) => !['actual', 'planned', 'in', 'out'].includes(word)).join(' '))
  return { ...line, kind, phase, direction }
}

/** «10», «10 bank», «10 calendar prepay 30». */
export function readTerm(text: string): PaymentTerm | null {
  if (text === '') return null
  const match = /^(\d{1,3})(?:\s+(bank|calendar))?(?:\s+prepay\s+(\d{1,3}(?:\.\d+)?))?$/.exec(text)
  if (!match) throw new CellError(`term "${text}"`)
  return { event: null, days: Number(match[1]), bankDays: match[2] === 'bank', prepayPercent: Number(match[3] ?? 0) }
}

/** «USD 81.25» → ten-thousandths of a rouble for one unit. */
export function readRates(parts: readonly string[]): Map<string, number> {
  return new Map(
    parts.map((part) => {
      const match = /^([A-Z]{3})\s+(\d{1,6})(?:\.(\d{1,4}))?$/.exec(part)
      if (!match) throw new CellError(`rate "${part}"`)
      return [match[1]!, Number(match[2]) * 10_000 + Number((match[3] ?? '').padEnd(4, '0'))]
    }),
  )
}

/** «usn_none; general since 2026-07-01» → the regime that holds on the day of service. */
export function readOwnOn(parts: readonly string[], on: string | null): OwnRegime | null {
  const periods = parts.map((part) => {
    const match = /^(\S+)(?:\s+(?:since|с)\s+(\d{4}-\d{2}-\d{2}))?$/.exec(part)
    const regime = match && readOwn(match[1]!)
    if (!regime) throw new CellError(`own "${part}"`)
    return { regime, sinceOn: match[2] ?? null }
  })
  return periodOn(periods, on)?.regime ?? null
}

/** «100000 none», in the words of VAT codes: «none 90000; 22 109800». */
export function readOffers(parts: readonly string[]): { price: ProfitLine }[] {
  return parts.map((part) => ({ price: readLine(part) }))
}
