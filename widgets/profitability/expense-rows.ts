import type { VatCode } from '../../contract/codes.ts'
import type { ExpenseKind, ExpenseLine, ExpensesInput, OrderProfit } from '../../contract/profit.ts'

/** One expense as the form holds it; `kept`: a text nobody could read, which stays as it is or goes. */
export interface ExpenseRow {
  kept: string | null
  kind: ExpenseKind
  /** «3500,50», or with the code of another currency behind it: «150 USD». */
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
    if (!line) return { ...emptyRow(), kept: text }
    const { kind, minor, currency, vat, phase, direction } = line
    const sum = String(minor / 100).replace('.', ',')
    return {
      kept: null,
      kind,
      sum: currency === 'RUB' ? sum : `${sum} ${currency}`,
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
    const match = /^(\d{1,9})(?:[.,](\d{1,2}))?([a-z]{3})?$/i.exec(sum.replaceAll(/[\s\u00a0₽]/g, ''))
    if (!match) return { expenses: null, wrong: index }
    const minor = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
    expenses.push({
      line: { kind, minor, currency: (match[3] ?? 'RUB').toUpperCase(), vat: vat ?? null, phase, direction },
      comment: comment.slice(0, 120),
    })
  }
  return { expenses, wrong: null }
}
