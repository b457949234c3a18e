import type { ChartOptions } from 'chart.js'
import type { Language } from '../../contract/codes.ts'
import { money, number } from '../shared/sentences/numbers.ts'
import { themeColour } from './chart.ts'

const MILLION_MINOR = 100_000_000

/** Axes and hints in the portal's look; amounts are kopecks. */
export function moneyOptions(language: Language): ChartOptions<'bar' | 'line'> {
  const [text, line] = [themeColour('--reis-muted'), themeColour('--reis-line')]
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: {
        grid: { display: false },
        border: { color: line },
        ticks: { color: text, maxRotation: 0, autoSkipPadding: 12 },
      },
      y: {
        grid: { color: line },
        border: { display: false },
        ticks: { color: text, maxTicksLimit: 5, callback: (value) => shortMoney(language, Number(value)) },
      },
    },
    plugins: {
      legend: { align: 'start', labels: { color: text, boxWidth: 10, boxHeight: 10 } },
      tooltip: {
        callbacks: {
          label: ({ dataset, parsed }) =>
            ` ${dataset.label}: ${money(language, { minor: Math.round((parsed.y ?? 0) / 100) * 100, currency: 'RUB' })}`,
        },
      },
    },
  }
}

/** «1,2 млн», «350 тыс.»: an axis has little room. */
function shortMoney(language: Language, minor: number): string {
  const [million, thousand] = language === 'ru' ? ['млн', 'тыс.'] : ['M', 'K']
  if (minor === 0) return '0'
  const isLarge = Math.abs(minor) >= MILLION_MINOR
  const amount = isLarge ? number(language, minor / MILLION_MINOR) : number(language, minor / 100_000, 0)
  return `${amount.replace('-', '−')}\u00A0${isLarge ? million : thousand}`
}
