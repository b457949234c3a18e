import type { OrderProfit } from '../../../contract/profit.ts'
import type { Payment } from '../../profit/payment-calendar.ts'
import type { OrderMoneyRow } from '../../store/schema.ts'
import type { ProfitKnowledge } from './figure-order.ts'

/** What is odd about an order's money, from its payments and its payment forms. */
export function orderWarnings(
  payments: readonly Payment[],
  money: OrderMoneyRow | null,
  { entityOfForm }: Pick<ProfitKnowledge, 'entityOfForm'>,
): OrderProfit['warnings'] {
  const isLate = (who: Payment['who']) => payments.some((payment) => payment.who === who && payment.overdue)
  const isUnpaid = payments.some((payment) => payment.who === 'carrier' && payment.paidOn === null)
  const ofForm = entityOfForm[money?.clientForm ?? '']
  const named = money?.ownCompanyId ?? null
  const warnings: [OrderProfit['warnings'][number], boolean][] = [
    ['client_late_carrier_unpaid', isLate('client') && isUnpaid],
    ['client_late', isLate('client') && !isUnpaid],
    ['carrier_late', isLate('carrier')],
    ['entity_of_other_form', ofForm !== undefined && named !== null && ofForm !== named],
  ]
  return warnings.filter(([, isSo]) => isSo).map(([warning]) => warning)
}
