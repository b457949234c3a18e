/** The portal's server zone: every answer carries it, and a value without an offset is read in it. */
const offsetSeconds = 3 * 60 * 60
const offsetText = '+03:00'

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** Seconds since the epoch as the portal prints them: `2026-05-14T10:26:32+03:00`. */
export function formatInstant(seconds: number): string {
  const date = new Date((seconds + offsetSeconds) * 1000)
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return `${day}T${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}${offsetText}`
}

/** A calendar day as `crm.item.*` prints it: midnight UTC in the server's zone. */
export const formatDay = (day: string): string => `${day}T03:00:00${offsetText}`

/** The server's calendar day at that moment, YYYY-MM-DD. */
export const dayOf = (milliseconds: number): string => formatInstant(Math.floor(milliseconds / 1000)).slice(0, 10)

const isoPattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/
const russianPattern = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d):(\d\d)(?::(\d\d))?)?$/

/** Seconds since the epoch, or null when the text is no date. Takes ISO and the site's `31.12.2026 10:00:00`. */
export function parseInstant(text: string): number | null {
  const iso = isoPattern.exec(text.trim())
  if (iso) return toSeconds(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7])
  const russian = russianPattern.exec(text.trim())
  if (russian) return toSeconds(russian[3], russian[2], russian[1], russian[4], russian[5], russian[6], undefined)
  return null
}

/** The calendar day in the text, or null: the day as written, whatever zone follows it. */
export function parseDay(text: string): string | null {
  if (parseInstant(text) === null) return null
  const iso = isoPattern.exec(text.trim())
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`
  const russian = russianPattern.exec(text.trim())
  return russian ? `${russian[3]}-${russian[2]}-${russian[1]}` : null
}

function toSeconds(
  year = '',
  month = '',
  day = '',
  hour = '0',
  minute = '0',
  second = '0',
  zone: string | undefined,
): number | null {
  const parts = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = parts
  const milliseconds = Date.UTC(y, m - 1, d, h, min, s)
  const check = new Date(milliseconds)
  if (check.getUTCMonth() !== m - 1 || check.getUTCDate() !== d || h > 23 || min > 59 || s > 59) return null
  return milliseconds / 1000 - zoneSeconds(zone)
}

function zoneSeconds(zone: string | undefined): number {
  if (zone === undefined) return offsetSeconds
  if (zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '')
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2)) * 60
  return zone.startsWith('-') ? -seconds : seconds
}
