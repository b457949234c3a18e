import { Hono } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../contract/actions.ts'
import { approvalDecision, approvalInput } from '../../contract/profit.ts'
import { ChangedMeanwhileError, InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import { acceptChain } from '../store/outbox.ts'
import { addProfitApproval, findProfitApproval } from '../store/profit-approvals.ts'
import type { ApiContext } from './api-context.ts'
import { mayDecide } from './profit/approval-of.ts'
import { approvalChain } from './profit/approval-chain.ts'
import { decideApproval, toldApproval } from './profit/decide-approval.ts'
import { headOf } from './profit/head-of.ts'
import { sees } from './profit/may-see.ts'
import { orderOfCard } from './profit/order-of-card.ts'
import { profitFor } from './profit/profit-for.ts'
import { readProfitSettings } from './profit/read-profit-settings.ts'
import { requireSight } from './profit-report/report-request.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `POST /api/profit-approvals`: asks the head to allow a margin below the minimum; he gets a task. `PUT …/:key`: his
 * decision, in one press, on record in the order's timeline. Neither task nor comment names the margin.
 */
export function profitApprovalsPost(context: ApiContext) {
  return new Hono()
    .post('/api/profit-approvals', signedIn(context), validated('json', approvalInput), async (call) => {
      const { key, card, orderId, comment } = call.req.valid('json')
      const { viewer, room } = call.var
      const { store } = room
      requireCard(viewer, card)
      const sight = await requireSight(room, viewer)
      const answer = await profitFor(context, room, viewer, card)
      const order = answer.orders.find((one) => one.orderId === orderId)
      const row = await orderOfCard(store, card, orderId)
      if (!order || !row || !sees(sight, row.order)) throw new NotFoundError('There is no such order on this card')
      if (order.approval?.key === key) return call.json(answer)
      if (order.approval?.state === 'asked') throw new ChangedMeanwhileError('This has been asked already')
      const { minimumShare } = await readProfitSettings(store)
      if (!order.mayAsk || order.profit.state !== 'known' || minimumShare === null)
        throw new InvalidInputError('There is nothing to ask: the margin is not below the minimum, or was asked about')
      const headId = await headOf(room, row.order, viewer.userId)
      if (headId === null)
        throw new NotFoundError('Nobody above you can be asked: departments have no heads', 'nobody_to_ask')
      const askedAt = new Date(context.now()).toISOString()
      const { netMarginMinor, marginShare } = order.profit.fact
      const asked = {
        key,
        orderId,
        state: 'asked' as const,
        headId,
        askedAt,
        minimumShare,
        marginMinor: netMarginMinor,
        share: marginShare,
        comment: comment || null,
        askedById: viewer.userId,
        decidedById: null,
        decidedAt: null,
        decisionKey: null,
      }
      const told = await toldApproval(room, asked, row.order.title, null)
      await acceptChain(store, approvalChain(asked, told), async (transaction) => {
        if (!(await addProfitApproval(transaction, asked)))
          throw new ChangedMeanwhileError('Somebody else has asked a moment ago')
      })
      room.wakeOutbox()
      return call.json(await profitFor(context, room, viewer, card), 201)
    })
    .put(
      '/api/profit-approvals/:key',
      signedIn(context),
      validated('param', z.object({ key: writeKey })),
      validated('json', approvalDecision),
      async (call) => {
        const { key: decisionKey, card, state } = call.req.valid('json')
        const { viewer, room } = call.var
        const { store } = room
        requireCard(viewer, card)
        const sight = await requireSight(room, viewer)
        const approval = await findProfitApproval(store, call.req.valid('param').key)
        const row = approval && (await orderOfCard(store, card, approval.orderId))
        if (!approval || !row || !(sees(sight, row.order) || approval.headId === viewer.userId))
          throw new NotFoundError('There is no such question on this card')
        if (approval.decisionKey !== decisionKey) {
          if (approval.state !== 'asked') throw new ChangedMeanwhileError('This has been decided already')
          if (!mayDecide(approval, viewer)) throw new NotAllowedError('no_right', 'This is for the head who was asked')
          await decideApproval(context, room, approval, {
            key: decisionKey,
            state,
            userId: viewer.userId,
            senderId: viewer.userId,
          })
        }
        return call.json(await profitFor(context, room, viewer, card))
      },
    )
}
