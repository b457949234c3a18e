import type { VatCode } from '../../contract/codes.ts'
import type { ExpenseKind, ExpenseLine, ExpensesInput, OrderProfit } from '../../contract/profit.ts'

/** One expense as the form holds it; `kept`: a text nobody could read, which stays as it is or goes. */
export interface ExpenseRow {
  kept: string | null
  kind: ExpenseKind
  sum: string
  vat: VatCode | undefined
  phase: ExpenseLine['phase']
  direction: ExpenseLine['direction']
  comment: string
}

export function emptyRow(): ExpenseRow {
  return { kept: null, kind: 'loading', sum: '', vat: undefined, phase: 'actual', direction: 'out', comment: '' }
}

export function rowsOf(expenses: OrderProfit['expenses']): ExpenseRow[] {
  return expenses.map(({ text, line, comment }) => {
    if (!line || line.currency !== 'RUB') return { ...emptyRow(), kept: text }
    const { kind, minor, vat, phase, direction } = line
    return {
      kept: null,
      kind,
      sum: String(minor / 100).replace('.', ','),
      vat: vat ?? undefined,
      phase,
      direction,
      comment,
    }
  })
}

/** Reads the form; `wrong` is the row whose sum is no sum. */
export function sentRows(rows: readonly ExpenseRow[]): {
  expenses: ExpensesInput['expenses'] | null
  wrong: number | null
} {
  const expenses: ExpensesInput['expenses'] = []
  for (const [index, { kept, kind, sum, vat, phase, direction, comment }] of rows.entries()) {
    if (kept !== null) {
      expenses.push({ text: kept })
      continue
    }
    const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(sum.replaceAll(/[\s\u00a0₽]/g, ''))
    if (!match) return { expenses: null, wrong: index }
    const minor = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
    expenses.push({
      line: { kind, minor, currency: 'RUB', vat: vat ?? null, phase, direction },
      comment: comment.slice(0, 120),
    })
  }
  return { expenses, wrong: null }
}
