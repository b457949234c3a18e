/**
 * Divides two integers and rounds to an integer, half away from zero. Both must be safe integers: the division
 * is exact, no float fraction of a kopeck ever exists. Throws RangeError otherwise.
 */
export function divideRounded(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`Money cannot be divided exactly: ${numerator} / ${denominator}`)
  const remainder = numerator % denominator
  const whole = (numerator - remainder) / denominator
  const rounded = Math.abs(remainder) * 2 < denominator ? whole : whole + Math.sign(remainder)
  return rounded === 0 ? 0 : rounded
}
