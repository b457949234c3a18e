import { PASSES, UNKNOWN, vetoed, type CarrierVeto } from './veto.ts'

/** A failed check of the security service is a hard no; a check not made yet is not. */
export const securityFailed: CarrierVeto = ({ base }) => {
  if (base === null || base.security === 'unknown') return UNKNOWN
  return base.security === 'failed' ? vetoed({ kind: 'security_failed' }) : PASSES
}
