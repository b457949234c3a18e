import { NOT_APPLICABLE, PASSES, vetoed, type CarrierVeto } from './veto.ts'

/** The client has named carriers that he does not let near his freight. */
export const excludedByClient: CarrierVeto = ({ companyId }, { excludedCompanyIds }) => {
  if (excludedCompanyIds.size === 0) return NOT_APPLICABLE
  return excludedCompanyIds.has(companyId) ? vetoed({ kind: 'excluded_by_client' }) : PASSES
}
