/** The calendar day (YYYY-MM-DD) on the clocks of a zone. `ms` is a moment. */
export function todayIn(timeZone: string, ms: number): string {
  return new Date(ms).toLocaleDateString('sv-SE', { timeZone })
}
