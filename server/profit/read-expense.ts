import { VAT_CODES } from '../../contract/codes.ts'
import type { ExpenseKind, ExpenseLine } from '../../contract/profit.ts'

/** Words people write, by the kind they mean; the first that fits. */
const WORDS: [RegExp, ExpenseKind][] = [
  [/погруз|разгруз|выгруз|растент|loading/iu, 'loading'],
  [/терминал|склад|terminal/iu, 'terminal'],
  [/пропуск|permit/iu, 'permit'],
  [/сопровожд|escort/iu, 'escort'],
  [/платн|дорог|платон|toll/iu, 'toll'],
  [/прост|downtime/iu, 'downtime'],
  [/страх|insur/iu, 'insurance'],
  [/возврат|return/iu, 'return'],
  [/штраф|fine/iu, 'fine'],
  [/банк|комисси|bank/iu, 'bank'],
  [/нал|cash/iu, 'cash'],
  // Last: «штраф перевозчику» is a fine.
  [/перевоз|плечо|carriage|leg\b/iu, 'carriage'],
]

/** An expense as it was typed, and what was understood; `line` null: its sum could not be read. */
export interface ReadExpense {
  text: string
  line: ExpenseLine | null
  comment: string
}

/**
 * Reads «простой; 5000; none; actual; сутки» or «терминал; 150 USD; 0; planned»: kind, sum, VAT code, planned or actual (with «in» or «нам» for what
 * is paid to us), comment. An unknown VAT stays unknown; a sum that cannot be read is no sum.
 */
export function readExpense(text: string): ReadExpense {
  const [kindText = '', sumText = '', vatText = '', stateText = '', ...rest] = text
    .split(';')
    .map((part) => part.trim())
  const sum = /^(\d{1,10})(?:[.,](\d{1,2}))?([a-zа-я$€¥₽.]*)$/iu.exec(sumText.replaceAll(/[\s\u00a0]/g, ''))
  const comment = rest.join('; ')
  const currency = currencyOf(sum?.[3] ?? '')
  if (!sum || currency === null) return { text, line: null, comment }
  const vat = VAT_CODES.find((code) => code === vatText.replace('%', '').toLowerCase()) ?? null
  return {
    text,
    comment,
    line: {
      kind: WORDS.find(([pattern]) => pattern.test(kindText))?.[1] ?? 'other',
      minor: Number(sum[1]) * 100 + Number((sum[2] ?? '').padEnd(2, '0')),
      currency,
      vat,
      phase: /actual|факт/iu.test(stateText) ? 'actual' : 'planned',
      direction: /(^|\s)(in|нам)(\s|$)/iu.test(stateText) ? 'in' : 'out',
    },
  }
}

const SIGNS: Record<string, string> = { '': 'RUB', '₽': 'RUB', р: 'RUB', руб: 'RUB', $: 'USD', '€': 'EUR', '¥': 'CNY' }

/** The currency behind a sum, as a sign or as a code; roubles where nothing is said; null for what is no currency. */
function currencyOf(written: string): string | null {
  const sign = SIGNS[written.toLowerCase().replace(/\.$/, '')]
  return sign ?? (/^[a-z]{3}$/i.test(written) ? written.toUpperCase() : null)
}
