import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/min'

/** A telephone number as understood. */
export interface TypedPhone {
  /** E.164: «+79161234567». */
  e164: string
  /** «+7 916 123 45 67», with the extension where there is one. */
  shown: string
  /** Two letters; null where a code is shared and the number does not tell. */
  country: string | null
  extension: string | null
  /** A free line (8-800) has no messenger and takes no text message. */
  messageable: boolean
}

/** In this order, where the country code is left out. Belarus dials «8 029 …», which Russia does not know. */
const HOME: CountryCode[] = ['RU', 'BY', 'KZ']
/** Codes people write without the plus. */
const BARE_CODE = /^(?:7\d{10}|375\d{9}|998\d{9}|996\d{9}|374\d{8}|992\d{9}|380\d{9})$/
const EXTENSION = /[\s,;]*(?:доб(?:авочный|\.)?|вн(?:утр)?\.?|ext\.?|x|#)\s*:?\s*(\d{1,6})\s*$/iu

/** Numbers of Russia, Kazakhstan, Belarus and the rest of the world, in any form. Null when it cannot be dialled. */
export function readPhone(text: string): TypedPhone | null {
  const extension = EXTENSION.exec(text)?.[1] ?? null
  const main = text.replace(EXTENSION, '').trim()
  const digits = main.replaceAll(/\D/g, '')
  if (digits.length < 9 || digits.length > 15 || /[^\d\s()+\-–—.\u00A0/]/u.test(main)) return null
  // Ten digits that begin with a six are likelier a taxpayer's number than a telephone.
  if (digits.length === 10 && digits.startsWith('6')) return null
  const international = main.startsWith('+') || main.startsWith('00')
  const known = international
    ? parsed(`+${digits.replace(/^00/, '')}`)
    : (BARE_CODE.test(digits) && parsed(`+${digits}`)) || HOME.map((country) => parsed(digits, country)).find(Boolean)
  if (!known) return null
  return {
    e164: known.number,
    shown: `${known.formatInternational()}${extension ? ` доб. ${extension}` : ''}`,
    country: countryOf(known),
    extension,
    messageable: !(known.countryCallingCode === '7' && known.nationalNumber.startsWith('800')),
  }
}

/** +7 6xx is Kazakhstan's by the numbering plan; which of it is in use changes faster than any library. */
const RESERVED = /^\+76\d{9}$/

function parsed(text: string, country?: CountryCode): PhoneNumber | null {
  const number = parsePhoneNumberFromString(text, country)
  return number && (number.isValid() || RESERVED.test(number.number)) ? number : null
}

/** Russia and Kazakhstan share +7: the latter has 6xx and 7xx. */
function countryOf({ country, countryCallingCode, nationalNumber }: PhoneNumber): string | null {
  if (countryCallingCode === '7') return /^[67]/.test(nationalNumber) ? 'KZ' : 'RU'
  return country ?? null
}
