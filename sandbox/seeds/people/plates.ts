import type { Random } from '../random.ts'

/** The only letters a Russian plate may carry. */
const LETTERS = 'АВЕКМНОРСТУХ'.split('')
const REGIONS = [
  '16',
  '116',
  '716',
  '50',
  '750',
  '77',
  '797',
  '78',
  '178',
  '52',
  '63',
  '66',
  '196',
  '23',
  '123',
  '61',
  '54',
  '74',
  '36',
  '02',
]

function three(random: Random): string {
  return String(random.integer(1, 999)).padStart(3, '0')
}

/** А123ВС716 */
export function truckPlate(random: Random): string {
  return `${random.pick(LETTERS)}${three(random)}${random.pick(LETTERS)}${random.pick(LETTERS)}${random.pick(REGIONS)}`
}

/** ВА456116: trailers carry two letters and four digits. */
export function trailerPlate(random: Random): string {
  const number = String(random.integer(1, 9999)).padStart(4, '0')
  return `${random.pick(LETTERS)}${random.pick(LETTERS)}${number}${random.pick(REGIONS)}`
}
