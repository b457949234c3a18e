export interface ChartPoint {
  month: string
  x: number
  y: number
}

/** Months as equal steps, oldest left; the scale runs from the lowest to the highest median, a flat line in the middle. */
export function chartPoints(
  months: readonly { month: string; medianMinor: number }[],
  box: { width: number; height: number; padding: number },
): ChartPoint[] {
  const values = months.map((month) => month.medianMinor)
  const lowest = Math.min(...values)
  const spread = Math.max(...values) - lowest
  const room = { width: box.width - 2 * box.padding, height: box.height - 2 * box.padding }
  return months.map(({ month, medianMinor }, index) => ({
    month,
    x: rounded(box.padding + (months.length > 1 ? (room.width * index) / (months.length - 1) : room.width / 2)),
    y: rounded(box.padding + (spread ? room.height * (1 - (medianMinor - lowest) / spread) : room.height / 2)),
  }))
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
