/** A taxpayer's or a register number as understood; `null` in its place means that it is none. */
export interface TypedCompanyNumber {
  /** inn: Russia; bin: Kazakhstan (БИН, ИИН); unp: nine digits, Belarus and Uzbekistan. */
  kind: 'inn' | 'bin' | 'unp'
  digits: string
  /** Whose: a person's number belongs to a sole trader. Null where the number does not tell. */
  of: 'company' | 'person' | null
}

const INN_10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN_12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const BIN_FIRST = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const BIN_SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * ИНН of Russia by its check digits; twelve digits that are none may be Kazakhstan's БИН. Where both would do, the
 * country of the telephone decides.
 */
export function readCompanyNumber(text: string, country: string | null = null): TypedCompanyNumber | null {
  const digits = bare(text)
  if (digits.length === 10) return isInn10(digits) ? { kind: 'inn', digits, of: 'company' } : null
  if (digits.length === 9) return { kind: 'unp', digits, of: null }
  if (digits.length !== 12) return null
  const [inn, bin] = [isInn12(digits), isBin(digits)]
  if (inn && !(bin && country === 'KZ')) return { kind: 'inn', digits, of: 'person' }
  return bin ? { kind: 'bin', digits, of: null } : null
}

function isInn10(digits: string): boolean {
  return checkDigit(digits, INN_10) === Number(digits[9])
}

function isInn12(digits: string): boolean {
  return checkDigit(digits, INN_11) === Number(digits[10]) && checkDigit(digits, INN_12) === Number(digits[11])
}

function isBin(digits: string): boolean {
  const first = weighed(digits, BIN_FIRST) % 11
  const check = first === 10 ? weighed(digits, BIN_SECOND) % 11 : first
  return check === Number(digits[11])
}

/** ОГРН (13 digits) or ОГРНИП (15); null when the check digit says otherwise. */
export function readRegisterNumber(text: string): { kind: 'ogrn' | 'ogrnip'; digits: string } | null {
  const digits = bare(text)
  if (digits.length === 13) return restOf(digits, 11n) ? { kind: 'ogrn', digits } : null
  return digits.length === 15 && restOf(digits, 13n) ? { kind: 'ogrnip', digits } : null
}

/** The last digit is the last digit of the remainder of all before it. */
function restOf(digits: string, divisor: bigint): boolean {
  return (BigInt(digits.slice(0, -1)) % divisor) % 10n === BigInt(digits.at(-1)!)
}

/** КПП of a legal entity; a sole trader has none. */
export function readKpp(text: string): string | null {
  const kpp = text.replaceAll(/\s/g, '').toUpperCase()
  return /^\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp) ? kpp : null
}

function bare(text: string): string {
  const typed = text.replaceAll(/[\s\u00A0\-–]/g, '')
  return /^\d+$/.test(typed) ? typed : ''
}

function checkDigit(digits: string, weights: readonly number[]): number {
  return (weighed(digits, weights) % 11) % 10
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0)
}
