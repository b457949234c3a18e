import { ownerMark } from '../../state/requisites.ts'
import type { State } from '../../state/state.ts'

const requisiteType = 8

/** A requisite goes with its accounts and addresses. */
export function removeRequisite(state: State, id: number): void {
  const { requisites, bankDetails, addresses } = state.legal
  for (const detail of bankDetails.marked(ownerMark('', id))) bankDetails.remove(detail.id)
  for (const address of addresses.marked(ownerMark(requisiteType, id))) addresses.remove(address.id)
  requisites.remove(id)
}

/** A company or contact that is deleted takes its legal data along; a lead, its addresses. */
export function removeLegalDataOf(state: State, entityTypeId: number, entityId: number): void {
  const mark = ownerMark(entityTypeId, entityId)
  for (const requisite of state.legal.requisites.marked(mark)) removeRequisite(state, requisite.id)
  for (const address of state.legal.addresses.marked(mark)) state.legal.addresses.remove(address.id)
  for (const link of state.legal.links.marked(mark)) state.legal.links.remove(link.id)
}
