import { accessDenied, RestError, withoutCode } from './errors.ts'
import type { Call } from './method.ts'
import { nativeTypes } from './standard-fields.ts'

/** Whether CRM is open to this person at all: leads, deals, contacts or companies, be it only his own. */
export const mayEnterCrm = ({ portal, caller }: Call): boolean =>
  nativeTypes.some((type) => mayReadType(portal, caller, type))

/** Whether he may read any item of the type, be it only his own. */
export function mayReadType(portal: Call['portal'], caller: Call['caller'], entityTypeId: number): boolean {
  const visible = portal.rights.visibility(caller.userId, entityTypeId, 'read')
  return visible === 'all' || visible.size > 0
}

export function checkCrm(call: Call, refusal: () => RestError = accessDenied): void {
  if (!mayEnterCrm(call)) throw refusal()
}

/** How dictionaries and lists of legal data refuse: the words are the code. */
export const deniedInWords = (text: string, status = 400): RestError => new RestError(status, text, text)

/** How the older methods of a type refuse one who may read none of it. */
export function checkReading(call: Call, entityTypeId: number): void {
  if (!mayReadType(call.portal, call.caller, entityTypeId)) throw withoutCode('Access denied.')
}
