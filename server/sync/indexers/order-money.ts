import { TERM_EVENT_CODES } from '../../../contract/codes.ts'
import type { PaymentTerm } from '../../../contract/profit.ts'
import type { SchemaMap } from '../../portal/schema-map.ts'
import type { OrderMoneyRow } from '../../store/schema.ts'
import { createItemReader, type Item, type ItemReader } from './item-reader.ts'
import { readId, readMoment } from './portal-values.ts'

const LONGEST_TERM_DAYS = 365

/** Payment forms, terms, expenses and payments of an order, as its card states them. */
export function indexOrderMoney(item: Item, orderId: number, map: SchemaMap): OrderMoneyRow {
  const read = createItemReader(item, map.processes.order)
  const createdAt = readMoment(item.createdTime)
  const clientForm = read.form('CLIENT_PAYMENT_FORM', 'CLIENT_RATE', createdAt)
  return {
    orderId,
    ownCompanyId: read.companyId('OWN_COMPANY') ?? ownCompanyOfForm(clientForm),
    clientForm,
    carrierForm: read.form('CARRIER_PAYMENT_FORM', 'CARRIER_RATE', createdAt),
    clientTerm: termOf(read, 'CLIENT_'),
    carrierTerm: termOf(read, 'CARRIER_'),
    expenses: JSON.stringify(read.texts('EXPENSES', 300)),
    docsSentOn: read.day('DOCS_SENT_ON'),
    docsReceivedOn: read.day('DOCS_RECEIVED_ON'),
    clientPaidOn: read.day('CLIENT_PAID_ON'),
    carrierPaidOn: read.day('CARRIER_PAID_ON'),
    odd: JSON.stringify(oddOf(read)),
  }
}

/** Read as missing they would send somebody to fill in what is there already. */
function oddOf(read: ItemReader): string[] {
  const isNegative = ['CLIENT_RATE', 'CARRIER_RATE'].some((code) => read.isNegative(code))
  const isUnknown = ['CLIENT_PAYMENT_FORM', 'CARRIER_PAYMENT_FORM'].some((code) => read.isUnknownElement(code))
  return [...(isNegative ? ['negative_rate'] : []), ...(isUnknown ? ['unknown_form'] : [])]
}

/** Company 3 of the form `3:22`, where the portal's forms name the own legal entity. */
function ownCompanyOfForm(form: string | null): number | null {
  const match = /^(\d+):/.exec(form ?? '')
  return match ? readId(match[1]) : null
}

/** null where neither days, event nor prepayment are stated. */
function termOf(read: ItemReader, prefix: 'CLIENT_' | 'CARRIER_'): string | null {
  const event = read.code(`${prefix}TERM_EVENT`, TERM_EVENT_CODES)
  const days = read.integer(`${prefix}TERM_DAYS`, 0, LONGEST_TERM_DAYS)
  const prepayPercent = read.number(`${prefix}PREPAY_PCT`, 0, 100)
  if (event === null && days === null && prepayPercent === null) return null
  const term: PaymentTerm = {
    event,
    days: days ?? 0,
    bankDays: read.flag(`${prefix}TERM_BANK_DAYS`),
    prepayPercent: prepayPercent ?? 0,
  }
  return JSON.stringify(term)
}
