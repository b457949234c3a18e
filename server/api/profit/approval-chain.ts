import type { Language } from '../../../contract/codes.ts'
import type { NewChain, NewStep } from '../../store/outbox.ts'
import type { ProfitApprovalRow } from '../../store/schema.ts'
import { APPROVAL_WORDS } from './approval-words.ts'

/** Names and places an approval is told with. */
export interface ToldApproval {
  language: Language
  /** Of the order, and of its card in the portal. */
  title: string
  path: string
  asker: string
  /** Who has decided; null: nobody yet. */
  decider: string | null
}

type Question = Pick<ProfitApprovalRow, 'key' | 'orderId' | 'headId' | 'comment' | 'askedById' | 'askedAt'>

/** Giving the task and closing it are delivered in this order. */
const taskOf = (orderId: number) => `order ${orderId} task`

/** The head's task, and the question in the order's timeline with a button for each answer. */
export function approvalChain(question: Question, told: ToldApproval): NewChain {
  const { key, orderId, headId, comment, askedById, askedAt } = question
  const words = APPROVAL_WORDS[told.language]
  return {
    key,
    kind: 'profit-approval',
    userId: askedById,
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
          title: words.task(told.title),
          text: [words.ask(told.path), ...(comment ? [words.comment(comment)] : [])].join('\n'),
          responsibleId: headId,
          byUserId: askedById,
          deadlineAt: null,
        },
        dependsOn: [],
      },
      drawn(question, 'asked', told),
    ],
  }
}

/** The decision on record, for everybody who reads the order, and the head's task closed; in the name of `senderId`. */
export function decisionChain(
  decision: { key: string; state: 'allowed' | 'declined'; senderId: number; at: string },
  approval: ProfitApprovalRow,
  told: ToldApproval,
): NewChain {
  const { key, state, senderId, at } = decision
  const text = APPROVAL_WORDS[told.language][state](told.decider ?? '')
  return {
    key,
    kind: 'profit-decision',
    userId: senderId,
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
      drawn(approval, state, told),
    ],
  }
}

const TAGS = { asked: 'warning', allowed: 'success', declined: 'failure' } as const

/** The question in the timeline as it stands; its buttons go once it is over. */
export function drawn(question: Question, state: ProfitApprovalRow['state'], told: ToldApproval): NewStep {
  const { key, orderId, headId, comment } = question
  const { title, tags, lines, buttons } = APPROVAL_WORDS[told.language]
  return {
    command: 'draw-approval',
    subject: `margin ${key} activity`,
    payload: {
      card: { kind: 'order', id: orderId },
      of: 'margin',
      approvalKey: key,
      responsibleId: headId,
      deadlineAt: null,
      title,
      tag: { type: TAGS[state], title: tags[state] },
      lines: [
        { title: lines.asker, value: told.asker },
        ...(comment ? [{ title: lines.comment, value: comment }] : []),
        ...(told.decider ? [{ title: lines.decision, value: told.decider }] : []),
      ],
      buttons:
        state === 'asked' ? (['allow', 'decline'] as const).map((action) => ({ action, title: buttons[action] })) : [],
    },
    dependsOn: [],
  }
}
