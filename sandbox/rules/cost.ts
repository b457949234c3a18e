/** Execution seconds as a middling cloud portal spends them: so much a call, and so much a record touched. */
interface Cost {
  call: number
  row: number
  /** Counting the rows of a list, which `start: -1` spares; per thousand rows counted. */
  thousandCounted?: number
}

const plain: Cost = { call: 0.01, row: 0 }

const costs: Record<string, Cost> = {
  'crm.item.list': { call: 0.03, row: 0.0006, thousandCounted: 0.004 },
  'crm.item.get': { call: 0.03, row: 0 },
  'crm.item.add': { call: 0.25, row: 0 },
  'crm.item.update': { call: 0.2, row: 0 },
  'crm.item.delete': { call: 0.2, row: 0 },
  'crm.item.fields': { call: 0.02, row: 0 },
  'crm.company.list': { call: 0.03, row: 0.0006, thousandCounted: 0.004 },
  'crm.contact.list': { call: 0.03, row: 0.0006, thousandCounted: 0.004 },
  'crm.type.add': { call: 1.5, row: 0 },
  'crm.type.update': { call: 0.4, row: 0 },
  'crm.type.delete': { call: 0.6, row: 0 },
  'userfieldconfig.add': { call: 0.35, row: 0 },
  'userfieldconfig.update': { call: 0.25, row: 0 },
  'crm.category.add': { call: 0.3, row: 0 },
  'crm.status.add': { call: 0.05, row: 0 },
  'crm.timeline.comment.add': { call: 0.12, row: 0 },
  'crm.timeline.comment.list': { call: 0.02, row: 0.0004 },
  'crm.duplicate.findbycomm': { call: 0.05, row: 0 },
  'im.notify.personal.add': { call: 0.06, row: 0 },
  'im.notify.system.add': { call: 0.06, row: 0 },
  'user.get': { call: 0.02, row: 0.0005 },
}

/** Seconds charged for one call. */
export function costOf(method: string, rows: number, counted: number): number {
  const cost = costs[method] ?? plain
  return cost.call + cost.row * rows + ((cost.thousandCounted ?? 0) * counted) / 1000
}
