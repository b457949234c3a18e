import type { CallCrmType, PhoneCall } from '../../rules/phone-calls.ts'
import type { Desk } from '../desk.ts'
import { hueOf, initials } from '../person.ts'
import { loadReferences } from '../references.ts'
import type { Viewing } from '../viewing.ts'
import { callOptions, callStatus } from './call-context.ts'

export const CRM_TYPE_IDS: Record<CallCrmType, number> = { LEAD: 1, DEAL: 2, CONTACT: 3, COMPANY: 4 }

/** A CRM item as the call card names it; an item this person may not see is `null`. */
interface CallItem {
  kind: string
  title: string
  href: string
  initials: string
  hue: number
}

/** One call as the page's script draws it. */
export interface CallView {
  id: string
  number: string
  direction: PhoneCall['direction']
  line: string
  state: PhoneCall['state']
  isOver: boolean
  failedCode: string | null
  /** Milliseconds people have been talking; null before that. */
  talkedMs: number | null
  client: CallItem | null
  /** Somebody is bound to the call, whether or not this person may see him. */
  hasClient: boolean
  others: CallItem[]
  status: Record<string, unknown>
  options: Record<string, unknown>
}

/** The calls on one of a person's pages, with the names he may see. */
export async function callViews(viewing: Viewing, desk: Desk, pageId: string): Promise<CallView[]> {
  const calls = desk.phone.shownTo(viewing.viewer.id, pageId)
  if (calls.length === 0) return []
  const wanted = calls.flatMap((call) => [...call.bindings, ...(call.crm ? [call.crm] : [])])
  const references = await loadReferences(desk, viewing, wanted.map(referenceOf))
  const named = (binding: { type: CallCrmType; id: number }): CallItem | null => {
    const reference = referenceOf(binding)
    const found = references.find(reference)
    const entity = viewing.entities.find((one) => one.entityTypeId === reference.entityTypeId)
    if (!found || !entity) return null
    return { ...found, kind: entity.itemTitle, initials: initials(withoutForm(found.title)), hue: hueOf(binding.id) }
  }
  return calls.map((call) => ({
    id: call.id,
    number: readableNumber(call.number),
    direction: call.direction,
    line: call.line.name === '' ? readableNumber(call.line.number) : call.line.name,
    state: call.state,
    isOver: call.finishedAt !== null,
    failedCode: call.failedCode,
    talkedMs: call.connectedAt === null ? null : (call.finishedAt ?? desk.now()) - call.connectedAt,
    client: call.crm && named(call.crm),
    hasClient: call.crm !== null,
    others: call.bindings
      .filter(({ type, id }) => type !== call.crm?.type || id !== call.crm.id)
      .flatMap((binding) => named(binding) ?? []),
    status: callStatus(call),
    options: callOptions(call),
  }))
}

const referenceOf = ({ type, id }: { type: CallCrmType; id: number }) => ({ entityTypeId: CRM_TYPE_IDS[type], id })

/** A company's initials are of its name, not of its legal form. */
const withoutForm = (title: string): string => title.replaceAll(/^(?:ООО|АО|ПАО|ИП|ЗАО)\s+|[«»"]/g, '')

/** `+7 999 000-00-01` for a Russian number, any other as it is kept. */
export function readableNumber(number: string): string {
  const [, code, first, second, third] = /^\+?[78](\d{3})(\d{3})(\d\d)(\d\d)$/.exec(number) ?? []
  return code ? `+7 ${code} ${first}-${second}-${third}` : number
}
