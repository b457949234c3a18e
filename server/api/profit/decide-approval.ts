import { ChangedMeanwhileError } from '../../errors.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { decideProfitApproval } from '../../store/profit-approvals.ts'
import type { ProfitApprovalRow } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import { cardPath } from '../refusals/card-path.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { decisionChain, type ToldApproval } from './approval-chain.ts'

/** A question about a margin in the names the portal knows. */
export async function toldApproval(
  room: PortalRoom,
  { orderId, askedById }: Pick<ProfitApprovalRow, 'orderId' | 'askedById'>,
  title: string,
  deciderId: number | null,
): Promise<ToldApproval> {
  const people = await readPeople(room.store, [askedById, ...(deciderId === null ? [] : [deciderId])])
  return {
    language: await readPortalLanguage(room.store),
    title,
    path: cardPath(room, { kind: 'order', id: orderId }),
    asker: people.get(askedById)?.name ?? '',
    decider: deciderId === null ? null : (people.get(deciderId)?.name ?? ''),
  }
}

/**
 * Enters a decision and what follows from it in the portal, written in the name of `senderId`; whether this person may
 * decide is the caller's question. Throws ChangedMeanwhileError when somebody else has decided.
 */
export async function decideApproval(
  context: Pick<ApiContext, 'now'>,
  room: PortalRoom,
  approval: ProfitApprovalRow,
  decision: { key: string; state: 'allowed' | 'declined'; userId: number; senderId: number },
): Promise<void> {
  const { key, state, userId } = decision
  const at = new Date(context.now()).toISOString()
  const told = await toldApproval(room, approval, '', userId)
  await acceptChain(room.store, decisionChain({ ...decision, at }, approval, told), async (transaction) => {
    const row = { state, decisionKey: key, decidedById: userId, decidedAt: at }
    // Thrown inside the transaction: neither comment nor closed task tells of a decision that does not stand.
    if (!(await decideProfitApproval(transaction, approval.key, row)))
      throw new ChangedMeanwhileError('Somebody else has decided a moment ago')
  })
  room.wakeOutbox()
}
