import type { WriteReason } from '../../contract/write.ts'
import { InvalidInputError, NotAllowedError, PortalError } from '../errors.ts'
import { DeliveryRefusedError } from './command.ts'

/**
 * What an error says of a write: `lost`: it may have been carried out; `later`: surely not, try again; `refused`: the
 * portal's no, for good; `broken`: neither trying again nor a person can mend it.
 */
export interface Failure {
  kind: 'lost' | 'later' | 'refused' | 'broken'
  reason: WriteReason
}

const LIMIT_CODES = ['QUERY_LIMIT_EXCEEDED', 'OVERLOAD_LIMIT', 'OPERATION_TIME_LIMIT']
const REFUSAL_CODES: Record<string, WriteReason> = {
  ACCESS_DENIED: 'no_right',
  INSUFFICIENT_SCOPE: 'no_right',
  USER_ACCESS_ERROR: 'no_right',
  NOT_FOUND: 'item_gone',
  OWNER_NOT_FOUND: 'item_gone',
  CRM_FIELD_ERROR_VALUE_NOT_VALID: 'field_rejected',
  INVALID_ARG_VALUE: 'field_rejected',
  ERROR_ARGUMENT: 'field_rejected',
  CRM_FIELD_ERROR_REQUIRED: 'field_missing',
  '100': 'field_missing',
  PORTAL_DELETED: 'app_removed',
  APPLICATION_NOT_FOUND: 'app_removed',
}

export function failureOf(error: unknown): Failure {
  if (error instanceof DeliveryRefusedError) return { kind: 'refused', reason: error.reason }
  // The map cannot hold a value: another form of payment, a body this portal does not list.
  if (error instanceof InvalidInputError) return { kind: 'refused', reason: 'field_rejected' }
  if (error instanceof NotAllowedError)
    return error.code === 'session_expired'
      ? { kind: 'later', reason: 'user_signed_out' }
      : { kind: 'refused', reason: 'no_right' }
  if (error instanceof PortalError) return failureOfAnswer(error.code.toUpperCase(), error.status)
  return { kind: 'broken', reason: 'unexpected' }
}

function failureOfAnswer(code: string, status: number): Failure {
  if (LIMIT_CODES.includes(code) || status === 429) return { kind: 'later', reason: 'portal_limit' }
  const refusal = REFUSAL_CODES[code]
  if (refusal) return { kind: 'refused', reason: refusal }
  if (status === 401) return { kind: 'later', reason: 'user_signed_out' }
  if (status === 403) return { kind: 'refused', reason: 'no_right' }
  // No answer, or one of somebody on the way: the portal may have done the work all the same.
  if (status === 0 || status === 408 || status >= 500) return { kind: 'lost', reason: 'portal_unreachable' }
  return { kind: 'broken', reason: 'unexpected' }
}
