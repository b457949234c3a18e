/** A place that can be bound and is not drawn on this portal's pages. */
export interface NotDrawn {
  /** A code, or its beginning with `*`. */
  code: string
  reason: string
}

const noMessenger = 'the portal has no messenger page'
const noGroups = 'the portal has no workgroups'
const noRequisites = 'requisites are not kept'

/** Every place that is not here is drawn; a test holds both halves of that. */
export const notDrawn: NotDrawn[] = [
  { code: 'CRM_QUOTE_*', reason: 'the portal has no quotes' },
  { code: 'CRM_SMART_INVOICE_*', reason: 'the portal has no invoices' },
  { code: 'CRM_ORDER_*', reason: 'the portal has no online shop' },
  { code: 'CRM_ACTIVITY_*', reason: 'the portal has no list of activities' },
  { code: 'CRM_REQUISITE_AUTOCOMPLETE', reason: noRequisites },
  { code: 'CRM_BANK_DETAIL_AUTOCOMPLETE', reason: noRequisites },
  { code: 'CRM_DETAIL_SEARCH', reason: 'clients cannot be chosen in a card' },
  { code: 'CALENDAR_GRIDVIEW', reason: 'the portal has no calendar' },
  { code: 'CONTACT_CENTER', reason: 'the portal has no contact centre' },
  { code: 'SETTING_CONNECTOR', reason: 'the portal has no contact centre' },
  { code: 'IM_*', reason: noMessenger },
  { code: 'IMMOBILE_CONTEXT_MENU', reason: noMessenger },
  { code: 'SONET_GROUP_*', reason: noGroups },
  { code: 'TASK_*', reason: 'tasks have no pages' },
]

/** Why that place is not drawn; null where it is. */
export function whyNotDrawn(code: string): string | null {
  const found = notDrawn.find((row) =>
    row.code.endsWith('*') ? code.startsWith(row.code.slice(0, -1)) : row.code === code,
  )
  return found?.reason ?? null
}
