import { toCyrillicPlate, toLatinPlate } from './look-alikes.ts'

/** A number plate as understood. `foreign` is free in form; the others follow ГОСТ Р 50577. */
export interface TypedPlate {
  kind: 'truck' | 'trailer' | 'foreign'
  /** Without spaces, as it is stored and compared: «А123ВС77», «АВ123477», «1234AB7». */
  text: string
  /** As people read it: «А 123 ВС 77». */
  shown: string
}

const LETTERS = 'АВЕКМНОРСТУХ'
const REGION = String.raw`(\d{2}|[127-9]\d{2})`
const TRUCK = new RegExp(`^([${LETTERS}])(\\d{3})([${LETTERS}]{2})${REGION}$`)
const TRAILER = new RegExp(`^([${LETTERS}]{2})(\\d{4})${REGION}$`)
const FOREIGN = /^(?=.*\d)[A-Z0-9]{4,12}$/

/** Any case, either alphabet, with spaces or dashes. Null when it is no plate of ours and cannot be a foreign one. */
export function readPlate(text: string): TypedPlate | null {
  const bare = text.toUpperCase().replaceAll(/[\s\u00A0.\-–—_/]/g, '')
  if (bare === '') return null
  const own = bare.replace(/RUS?$|РУС$/, '')
  return russian(own) ?? foreign(bare)
}

function russian(text: string): TypedPlate | null {
  const truck = TRUCK.exec(shaped(text, 'LDDDLL'))
  if (truck) return plate('truck', truck.slice(1))
  const trailer = TRAILER.exec(shaped(text, 'LLDDDD'))
  return trailer ? plate('trailer', trailer.slice(1)) : null
}

/** The letter О and the figure 0 are told apart by where they stand; behind the shape come figures only. */
function shaped(text: string, shape: string): string {
  return [...toCyrillicPlate(text)]
    .map((sign, place) => ((shape[place] ?? 'D') === 'L' ? (sign === '0' ? 'О' : sign) : sign === 'О' ? '0' : sign))
    .join('')
}

function plate(kind: 'truck' | 'trailer', parts: string[]): TypedPlate {
  return { kind, text: parts.join(''), shown: parts.join(' ') }
}

function foreign(bare: string): TypedPlate | null {
  const text = toLatinPlate(bare)
  // A letter that looks like no Latin one stands on no foreign plate, and a plate has letters.
  return FOREIGN.test(text) && /[A-Z]/.test(text) ? { kind: 'foreign', text, shown: text } : null
}
