import type { Role } from '../../../contract/codes.ts'
import type { OrderProfit, TripProfit } from '../../../contract/profit.ts'
import type { PortalStore } from '../../store/database.ts'
import type { OrderWithMoney } from '../../store/order-money.ts'
import { readPeople } from '../../store/people.ts'
import { newestApproval } from '../../store/profit-approvals.ts'
import type { ProfitApprovalRow } from '../../store/schema.ts'
import type { ProfitKnowledge } from './figure-order.ts'

export interface Asker {
  userId: number
  roles: readonly Role[]
}

/** What was asked about this order's margin, and whether there is something to ask. */
export async function approvalOf(
  { order }: Pick<OrderWithMoney, 'order'>,
  profit: TripProfit,
  question: { store: PortalStore; knowledge: ProfitKnowledge; viewer: Asker },
): Promise<Pick<OrderProfit, 'approval' | 'mayAsk'>> {
  const { store, viewer } = question
  const isLow = order.semantics === 'P' && profit.findings.includes('below_minimum')
  const row = await newestApproval(store, order.id)
  if (!row) return { approval: null, mayAsk: isLow }
  const people = await readPeople(store, [
    row.askedById,
    row.headId,
    ...(row.decidedById === null ? [] : [row.decidedById]),
  ])
  const nameOf = (id: number | null) => (id === null ? null : (people.get(id)?.name ?? null))
  const { key, state, share, comment, askedAt, decidedAt } = row
  return {
    approval: {
      key,
      state,
      share,
      comment,
      askedAt,
      decidedAt,
      askedBy: nameOf(row.askedById),
      head: nameOf(row.headId),
      decidedBy: nameOf(row.decidedById),
      mayDecide: mayDecide(row, viewer),
    },
    mayAsk: isLow && state !== 'asked' && !covers(row, profit),
  }
}

/** The head who was asked, or who stands above all; never the one who asked. */
export function mayDecide({ state, headId, askedById }: ProfitApprovalRow, { userId, roles }: Asker): boolean {
  if (state !== 'asked' || userId === askedById) return false
  return userId === headId || roles.includes('director') || roles.includes('admin')
}

/** An allowed margin covers every one that is not lower. */
function covers({ state, marginMinor }: ProfitApprovalRow, profit: TripProfit): boolean {
  return state === 'allowed' && profit.state === 'known' && profit.fact.netMarginMinor >= marginMinor
}
