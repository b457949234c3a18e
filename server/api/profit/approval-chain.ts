import type { NewChain } from '../../store/outbox.ts'
import type { ProfitApprovalRow } from '../../store/schema.ts'

/** Giving the task and closing it are delivered in this order. */
const taskOf = (orderId: number) => `order ${orderId} task`

/** Sums stay out of tasks and comments: they are read by more people than the margin is meant for. */
export function approvalChain(question: {
  key: string
  orderId: number
  title: string
  comment: string
  headId: number
  userId: number
  askedAt: string
}): NewChain {
  const { key, orderId, title, comment, headId, userId, askedAt } = question
  const text = [
    'Маржа этой заявки ниже минимальной. Откройте заявку, вкладку «Рентабельность», и нажмите «Разрешить» или «Отклонить».',
    ...(comment ? [`Комментарий: ${comment}`] : []),
  ]
  return {
    key,
    kind: 'profit-approval',
    userId,
    input: question,
    loadKind: 'order',
    loadId: orderId,
    companyId: null,
    acceptedAt: askedAt,
    steps: [
      {
        command: 'add-task',
        subject: taskOf(orderId),
        payload: {
          card: { kind: 'order', id: orderId },
          title: `Согласовать маржу: ${title}`,
          text: text.join('\n'),
          responsibleId: headId,
          byUserId: userId,
          deadlineAt: null,
        },
        dependsOn: [],
      },
    ],
  }
}

/** The decision on record, for everybody who reads the order, and the head's task closed. */
export function decisionChain(decision: {
  key: string
  approval: ProfitApprovalRow
  state: 'allowed' | 'declined'
  userId: number
  at: string
}): NewChain {
  const { key, approval, state, userId, at } = decision
  const text =
    state === 'allowed' ? 'Маржа ниже минимальной разрешена.' : 'Маржа ниже минимальной не разрешена: измените ставки.'
  return {
    key,
    kind: 'profit-decision',
    userId,
    input: { approval: approval.key, state },
    loadKind: 'order',
    loadId: approval.orderId,
    companyId: null,
    acceptedAt: at,
    steps: [
      {
        command: 'comment-card',
        subject: `order ${approval.orderId} timeline`,
        payload: { card: { kind: 'order', id: approval.orderId }, text },
        dependsOn: [],
      },
      {
        command: 'complete-task',
        subject: taskOf(approval.orderId),
        payload: { givenBy: approval.key, responsibleId: approval.headId, byUserId: approval.askedById },
        dependsOn: [],
      },
    ],
  }
}
