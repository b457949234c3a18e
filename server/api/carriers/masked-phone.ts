/** Fewer digits than this are no phone number, whatever was typed into the field. */
const SHORTEST = 7

/** «+7 916 •••-••-42»: enough to recognise a number one knows, not enough to call it. Null when it is no number. */
export function maskedPhone(phone: string): string | null {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < SHORTEST) return null
  const last = digits.slice(-2)
  // A Russian number written with the trunk 8 is the same number.
  const russian = /^[78](\d{3})\d{7}$/.exec(digits)
  if (russian) return `+7 ${russian[1]} •••-••-${last}`
  return digits.length > 10 ? `+${digits.slice(0, 3)} •••-••-${last}` : `•••-••-${last}`
}
