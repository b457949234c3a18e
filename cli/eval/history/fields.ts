import { BODY_CODES, VAT_CODES, type BodyCode, type VatCode } from '../../../contract/codes.ts'

/** A field that is not what its column says. */
export class BadField extends Error {}

/** Most roubles a rate can have: beyond it kopecks are no longer exact. */
const MOST_ROUBLES = 9e13

/** Empty is unknown. */
export function readBody(text: string): BodyCode | null {
  return text === '' ? null : bodyCode(text)
}

export function readBodies(text: string): BodyCode[] {
  return text === '' ? [] : text.split(',').map((code) => bodyCode(code.trim()))
}

/** Roubles with a decimal dot → kopecks. */
export function readRate(text: string): number | null {
  if (text === '') return null
  const roubles = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!(roubles <= MOST_ROUBLES)) throw new BadField(`rate "${text}"`)
  return Math.round(roubles * 100)
}

export function readVat(text: string): VatCode | null {
  if (text === '') return null
  const code = VAT_CODES.find((known) => known === text)
  if (code === undefined) throw new BadField(`vat "${text}"`)
  return code
}

/** A positive number with a decimal dot; empty is unknown. */
export function readSize(text: string, name: string): number | null {
  if (text === '') return null
  if (!/^\d+(\.\d+)?$/.test(text)) throw new BadField(`${name} "${text}"`)
  return Number(text)
}

const ISO = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00)?)?$/

/** ISO 8601, UTC → milliseconds. Without a zone it is UTC too; a day without time is its first moment. */
export function readMoment(text: string): number {
  const [, day, time] = ISO.exec(text) ?? []
  const ms = day === undefined ? Number.NaN : Date.parse(`${day}${time?.replace(/(Z|\+00:?00)$/, '') ?? 'T00:00'}Z`)
  // 31 February would otherwise become a day in March.
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(day!)) throw new BadField(`at "${text}"`)
  return ms
}

export function readCarrier(text: string): string {
  if (text === '') throw new BadField('no carrier')
  return text
}

function bodyCode(text: string): BodyCode {
  const code = BODY_CODES.find((known) => known === text)
  if (code === undefined) throw new BadField(`body "${text}"`)
  return code
}
