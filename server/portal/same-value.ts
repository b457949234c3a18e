/**
 * Whether a value the portal shows is the one that was written. It answers in spellings of its own: days as midnights
 * of its zone, numbers as texts, money without needless zeros, flags as Y, 1 or true, links with a prefix.
 */
export function isSameValue(shown: unknown, written: unknown): boolean {
  const [left, right] = [spell(shown), spell(written)]
  return left === right || isSameMoment(left, right)
}

function spell(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value === true) return 'Y'
  if (Array.isArray(value)) return value.map(spell).filter(Boolean).join('\n')
  const text = String(value).trim()
  if (text === 'N') return ''
  const money = /^(-?\d+)(?:\.(\d+))?\|([A-Z]{3})$/.exec(text)
  if (money) return `${money[1]}${decimals(money[2])}|${money[3]}`
  const number = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (number) return `${number[1]}${decimals(number[2])}`
  return text.replace(/^CO_(?=\d+$)/, '')
}

function decimals(digits: string | undefined): string {
  const kept = (digits ?? '').replace(/0+$/, '')
  return kept ? `.${kept}` : ''
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T/

/** One moment in two zones; or a day and the midnight the portal makes of it. */
function isSameMoment(left: string, right: string): boolean {
  if (MOMENT.test(left) && MOMENT.test(right)) return Date.parse(left) === Date.parse(right)
  if (DAY.test(left) && MOMENT.test(right)) return right.startsWith(left)
  return MOMENT.test(left) && DAY.test(right) && left.startsWith(right)
}
