/** A payment term as understood; codes are those of the trade's lists. */
export interface TypedTerm {
  event: 'unloading' | 'scan' | 'originals' | 'invoice' | 'etrn'
  days: number
  bankDays: boolean
  prepayPercent: number
}

const EVENTS: [TypedTerm['event'], RegExp][] = [
  ['originals', /оригинал|ориг|оттн|original|(?<![а-яё])ор(?![а-яё])/],
  ['scan', /скан|копи|квит|scan|cop(?:y|ies)|(?<![а-яё])ск(?![а-яё])/],
  ['etrn', /этрн|э-?трн|etrn|e-?waybill/],
  ['invoice', /сч[её]т|invoice|(?<![а-яё])сч(?![а-яё])/],
  ['unloading', /выгруз|разгруз|unload|(?<![а-яё])выг(?![а-яё])/],
]
const PREPAY =
  /(?:предоплат[а-я]*|аванс[а-я]*|топлив[а-я]*|prepay[a-z]*)\s*(\d{1,3})?\s*%?|(\d{1,3})\s*%\s*(?:предоплат|аванс|топлив|prepay)[а-яa-z]*/
const MOST_DAYS = 365

/**
 * «5 бд по сканам», «5ск», «10 к.д. оригиналы», «на выгрузке», «аванс 30%, 7 бд сканы». Bank days unless calendar ones are
 * named. Null where nobody can say from what the days count.
 */
export function readTerm(text: string): TypedTerm | null {
  const typed = text.toLowerCase()
  const prepay = PREPAY.exec(typed)
  const rest = prepay ? typed.replace(prepay[0], ' ') : typed
  const prepayPercent = prepay ? Number(prepay[1] ?? prepay[2] ?? 100) : 0
  const event = EVENTS.find(([, word]) => word.test(rest))?.[0]
  const days = Number(/\d{1,3}/.exec(rest)?.[0] ?? 0)
  if (prepayPercent > 100 || days > MOST_DAYS) return null
  if (!event) return prepayPercent === 100 ? { event: 'unloading', days: 0, bankDays: true, prepayPercent } : null
  const bankDays = !/к\s*\.?\s*д|кален|calendar|cd\b/.test(rest)
  return { event, days, bankDays, prepayPercent }
}
