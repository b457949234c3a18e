import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** About as wide as a sheet of A4 between its margins: letters on paper are then as large as those of the table. */
const PAPER = { width: 700, height: 220 }

/** Draws into a canvas, as large as its box or as paper takes it; what it returns takes the drawing away again. */
export function draw(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration<'bar' | 'line'>,
  isOnPaper: boolean,
): () => void {
  const chart = new Chart(canvas, config)
  if (isOnPaper) chart.resize(PAPER.width, PAPER.height)
  return () => chart.destroy()
}

/** A colour of the theme as it is now: a canvas does not know the variables of a stylesheet. */
export function themeColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
