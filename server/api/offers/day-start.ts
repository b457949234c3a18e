/** The moment a calendar day (YYYY-MM-DD) begins on the clocks of a zone, UTC ISO. */
export function dayStart(on: string, timeZone: string): string {
  const midnight = Date.parse(`${on}T00:00:00Z`)
  // Once more with the result: the offset may change between the two (clocks put back).
  const first = midnight - offsetMs(midnight, timeZone)
  return new Date(midnight - offsetMs(first, timeZone)).toISOString()
}

/** How far the zone's clocks are ahead of UTC at a moment. */
function offsetMs(ms: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(ms)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(ms / 1000) * 1000
}
