import { Hono } from 'hono'
import { expensesInput, type ExpensesInput } from '../../contract/profit.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { formatExpense } from '../profit/format-expense.ts'
import { saveExpenses } from '../store/order-money.ts'
import { acceptChain, findChain } from '../store/outbox.ts'
import type { ApiContext } from './api-context.ts'
import { sees } from './profit/may-see.ts'
import { orderOfCard } from './profit/order-of-card.ts'
import { profitFor } from './profit/profit-for.ts'
import { requireSight } from './profit-report/report-request.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `PUT /api/expenses`: planned and actual expenses of an order as they are to stand, for whoever may see what it
 * earns. They count at once; the card of the portal follows through the outbox.
 */
export function expensesPut(context: ApiContext) {
  return new Hono().put('/api/expenses', signedIn(context), validated('json', expensesInput), async (call) => {
    const input = call.req.valid('json')
    const { viewer, room } = call.var
    const { store } = room
    requireCard(viewer, input.card)
    const sight = await requireSight(room, viewer)
    const one = await orderOfCard(store, input.card, input.orderId)
    if (!one || !sees(sight, one.order)) throw new NotFoundError('There is no such order on this card')
    const known = await findChain(store, input.key)
    if (known && (known.userId !== viewer.userId || known.input !== JSON.stringify(input)))
      throw new InvalidInputError('This key was used for something else', [{ path: 'key', message: 'already used' }])
    const standing = JSON.parse(one.money?.expenses ?? '[]') as string[]
    if (!known && JSON.stringify(standing) !== JSON.stringify(input.before))
      throw new InvalidInputError('The expenses were changed meanwhile: open the card again', [
        { path: 'before', message: 'changed meanwhile' },
      ])
    if (!known) {
      const expenses = textsOf(input, standing)
      const card = { kind: 'order', id: input.orderId }
      await acceptChain(
        store,
        {
          key: input.key,
          kind: 'expenses',
          userId: viewer.userId,
          input,
          loadKind: 'order',
          loadId: input.orderId,
          companyId: null,
          acceptedAt: new Date(context.now()).toISOString(),
          steps: [
            {
              command: 'update-item',
              subject: `order ${input.orderId}`,
              payload: { card, values: { EXPENSES: expenses }, before: [{ EXPENSES: standing }] },
              dependsOn: [],
            },
          ],
        },
        (transaction) => saveExpenses(transaction, input.orderId, expenses),
      )
      room.wakeOutbox()
    }
    return call.json(await profitFor(context, room, viewer, input.card))
  })
}

/** A text nobody changed has to be one that stands there: nothing unreadable is written by us. */
function textsOf({ expenses }: ExpensesInput, standing: readonly string[]): string[] {
  return expenses.map((expense) => {
    if ('line' in expense) return formatExpense(expense.line, expense.comment)
    if (!standing.includes(expense.text))
      throw new InvalidInputError('This expense is not in the card', [{ path: 'expenses', message: 'unknown text' }])
    return expense.text
  })
}
