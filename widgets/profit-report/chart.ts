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

/** Draws into a canvas; what it returns takes the drawing away again. */
export function draw(canvas: HTMLCanvasElement, config: ChartConfiguration<'bar' | 'line'>): () => void {
  const chart = new Chart(canvas, config)
  return () => chart.destroy()
}

/** A colour of the theme as it is now: a canvas does not know the variables of a stylesheet. */
export function themeColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
