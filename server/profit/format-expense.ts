import { EXPENSE_LABELS, type ExpenseLine } from '../../contract/profit.ts'

/**
 * An expense as the card keeps it: «простой; 5000; none; actual; сутки», other money by its code: «150 USD».
 * `readExpense` reads it back the same.
 */
export function formatExpense({ kind, minor, currency, vat, phase, direction }: ExpenseLine, comment: string): string {
  const [roubles, kopecks] = [Math.trunc(minor / 100), minor % 100]
  const amount = kopecks === 0 ? String(roubles) : `${roubles}.${String(kopecks).padStart(2, '0')}`
  const sum = currency === 'RUB' ? amount : `${amount} ${currency}`
  const state = direction === 'in' ? `${phase} in` : phase
  const note = comment.replaceAll(/\s+/g, ' ').trim()
  return [EXPENSE_LABELS[kind].ru, sum, vat ?? '', state, ...(note ? [note] : [])].join('; ')
}
