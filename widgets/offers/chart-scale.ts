/** Where amounts stand on a line of `width`, and the round amounts written under it. */
export interface ChartScale {
  x(minor: number): number
  ticks: number[]
}

const STEPS = [1, 2, 2.5, 5, 10]
const PADDING = 46

/** A scale that shows every amount with some air round it; null where there is nothing to show. Kopecks. */
export function chartScale(amounts: readonly number[], width: number): ChartScale | null {
  if (amounts.length === 0) return null
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  // Offers that differ by nothing still need a line to stand on.
  const air = Math.max((most - least) * 0.08, most * 0.01, 100)
  const [low, high] = [least - air, most + air]
  const x = (minor: number) => PADDING + ((minor - low) / (high - low)) * (width - 2 * PADDING)
  const step = roundStep((high - low) / 4)
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(tick)
  return { x, ticks }
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  return power * STEPS.find((step) => step * power >= rough)!
}
