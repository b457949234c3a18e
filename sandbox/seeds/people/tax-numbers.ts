import type { Random } from '../random.ts'

const digits = (text: string): number[] => [...text].map(Number)

const weighed = (text: string, weights: readonly number[]): number =>
  digits(text).reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0)

const control = (text: string, weights: readonly number[]): string => String((weighed(text, weights) % 11) % 10)

const ofCompany = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPersonFirst = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const ofPersonSecond = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

const number = (random: Random, length: number): string =>
  Array.from({ length }, () => String(random.integer(0, 9))).join('')

const region = (random: Random): string => String(random.integer(1, 79)).padStart(2, '0')

/** Ten digits of a company: region, tax office, number, control digit. */
export function companyInn(random: Random): string {
  const body = region(random) + number(random, 7)
  return body + control(body, ofCompany)
}

/** Twelve digits of a person, the last two of them control digits. */
export function personInn(random: Random): string {
  const body = region(random) + number(random, 8)
  const longer = body + control(body, ofPersonFirst)
  return longer + control(longer, ofPersonSecond)
}

/** The tax office of the company's INN, the usual reason, the first registration. */
export const kppOf = (inn: string): string => `${inn.slice(0, 4)}01001`

/** The state register's number: 13 digits of a company, 15 of an entrepreneur, the last one the rest of a division. */
export function ogrn(random: Random, inn: string): string {
  const isPerson = inn.length === 12
  const year = String(random.integer(2, 24)).padStart(2, '0')
  const body = `${isPerson ? '3' : '1'}${year}${inn.slice(0, 2)}${number(random, isPerson ? 9 : 7)}`
  return body + String((BigInt(body) % BigInt(isPerson ? 13 : 11)) % 10n)
}

/** An account in roubles whose control digit fits the bank. */
export function accountNumber(random: Random, bik: string, isPerson: boolean): string {
  const [head, tail] = [isPerson ? '40802810' : '40702810', number(random, 11)]
  const keyed = (key: number): string => bik.slice(-3) + head + String(key) + tail
  const weights = [7, 1, 3]
  for (let key = 0; key < 10; key += 1) {
    const sum = digits(keyed(key)).reduce((total, digit, at) => total + ((digit * (weights[at % 3] ?? 0)) % 10), 0)
    if (sum % 10 === 0) return head + String(key) + tail
  }
  return head + '0' + tail
}
