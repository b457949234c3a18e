import { ChangedMeanwhileError } from '../../errors.ts'
import type { PostedEvent } from '../../portal/events.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { findProfitApproval } from '../../store/profit-approvals.ts'
import type { ProfitApprovalRow } from '../../store/schema.ts'
import type { ApiContext } from '../api-context.ts'
import { drawn } from '../profit/approval-chain.ts'
import { mayDecide } from '../profit/approval-of.ts'
import { decideApproval, toldApproval } from '../profit/decide-approval.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { rolesOfPerson } from '../session/roles-of-person.ts'

const STATES = { allow: 'allowed', decline: 'declined' } as const

/**
 * Somebody has answered a question about a margin by a button in the order's timeline. The portal says who it was;
 * whether he may is the same rule as in the tab. Whoever may not finds the buttons as they were.
 */
export async function pressMargin(
  context: ApiContext,
  room: PortalRoom,
  press: NonNullable<PostedEvent['press']>,
): Promise<void> {
  const approvalKey = press.params.margin
  const state = STATES[press.action as keyof typeof STATES] as 'allowed' | 'declined' | undefined
  if (!approvalKey || !state || !/^[A-Za-z0-9-]{16,64}$/.test(approvalKey)) return
  const approval = await findProfitApproval(room.store, approvalKey)
  const presser = (await readPeople(room.store, [press.userId])).get(press.userId)
  if (!approval || approval.state !== 'asked' || !presser?.active) return
  const { isAdmin } = presser
  const roles = await rolesOfPerson(room.store, { userId: press.userId, userName: presser.name, isAdmin })
  const key = `button ${press.activityId} ${press.userId} ${approvalKey}`
  if (!mayDecide(approval, { userId: press.userId, roles })) return drawAgain(context, room, approval, key)
  try {
    // He may never have opened the app, and have no token here: the portal's word on who pressed is enough.
    const senderId = room.portal.installedByUserId
    await decideApproval(context, room, approval, { key, state, userId: press.userId, senderId })
  } catch (error) {
    // Somebody was faster, in the tab or here; his decision is being drawn.
    if (!(error instanceof ChangedMeanwhileError)) throw error
  }
}

/** A pressed button waits until its record is drawn anew. */
async function drawAgain(context: ApiContext, room: PortalRoom, approval: ProfitApprovalRow, key: string) {
  const at = new Date(context.now()).toISOString()
  const told = await toldApproval(room, approval, '', null)
  await acceptChain(room.store, {
    key: `${key} redrawn ${at}`,
    kind: 'profit-approval',
    userId: room.portal.installedByUserId,
    input: { denied: true },
    loadKind: 'order',
    loadId: approval.orderId,
    companyId: null,
    acceptedAt: at,
    steps: [drawn(approval, approval.state, told)],
  })
  room.wakeOutbox()
}
