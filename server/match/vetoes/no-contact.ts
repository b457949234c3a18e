import { PASSES, vetoed, type CarrierVeto } from './veto.ts'

/** Neither a phone nor a messenger: there is nobody to ask. */
export const noContact: CarrierVeto = ({ hasContact }) => (hasContact ? PASSES : vetoed({ kind: 'no_contact' }))
