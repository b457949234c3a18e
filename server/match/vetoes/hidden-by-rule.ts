import { NOT_APPLICABLE, PASSES, vetoed, type CarrierVeto } from './veto.ts'

/** A head does not want him offered such loads. */
export const hiddenByRule: CarrierVeto = ({ companyId }, { rules }) => {
  const rule = rules.get(companyId)
  if (!rule) return NOT_APPLICABLE
  return rule.action === 'hide' ? vetoed({ kind: 'hidden_by_rule', scope: rule.scope, note: rule.note }) : PASSES
}
