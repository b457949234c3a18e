import type { ExternalCall } from '../../state/telephony.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, toInteger, toText } from '../params.ts'
import type { CallCrmType, CallDirection } from '../phone-calls.ts'
import { companyType, contactType, dealType, leadType } from '../standard-fields.ts'

export const coreError = (description: string): RestError => new RestError(400, 'ERROR_CORE', description)

const types: Record<string, number> = { LEAD: leadType, DEAL: dealType, CONTACT: contactType, COMPANY: companyType }

export const typeIdOf = (word: string): number => types[word] ?? 0

/** The employee a call is for: by number, or by his extension. */
export function employeeOf(call: Call): number {
  const { portal, params } = call
  const id = toInteger(anyCase(params, 'USER_ID'))
  const extension = toText(anyCase(params, 'USER_PHONE_INNER'))
  if ((id === null || id <= 0) && extension === '') throw coreError('USER_ID or USER_PHONE_INNER should be set')
  const person =
    id !== null && id > 0
      ? portal.users.get(id)
      : (portal.users.list().find((one) => one.phoneInner === extension) ?? null)
  if (!person?.active) throw coreError('User is not found or is not active')
  return person.id
}

/** The call that `CALL_ID` names. */
export function externalCallOf(call: Call): ExternalCall {
  const raw = anyCase(call.params, 'CALL_ID')
  if (typeof raw !== 'string') throw new RestError(400, 'INVALID_ARGUMENT', 'CALL_ID must be a string')
  const [known] = call.portal.state.telephony.calls.marked(raw)
  if (!known) throw coreError('Call is not found (call should be registered prior to finishing)')
  return known
}

export const directionOf = (type: number): CallDirection =>
  type === 1 || type === 5 ? 'outgoing' : type === 4 ? 'callback' : 'incoming'

/** Who a number belongs to, in the order the portal looks. */
export function ownersOf(call: Call, phone: string): { type: CallCrmType; id: number }[] {
  const { items } = call.portal.state
  const order = ['CONTACT', 'COMPANY', 'LEAD'] as const
  return order.flatMap((type) => items.findByMultifield(typeIdOf(type), 'PHONE', phone).map((id) => ({ type, id })))
}
