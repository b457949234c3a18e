import { cardMark, type Activity, type Badge, type Card } from '../../state/activities.ts'
import { noteMark, recordMark, type LogMessage } from '../../state/timeline.ts'
import type { Comment } from '../../state/comments.ts'
import { mayTouch } from '../cards.ts'
import type { Call } from '../method.ts'
import { commentsOnCard } from './bindings.ts'

/** One record of a card's timeline with what hangs on it. */
export type FeedRecord = (
  | { kind: 'comment'; comment: Comment }
  | { kind: 'message'; message: LogMessage }
  | { kind: 'activity'; activity: Activity; badge: Badge | null }
) & {
  id: number
  /** Seconds. */
  at: number
  isPinned: boolean
  note: string | null
  /** Blocks an application has added. */
  extraBlocks: Record<string, unknown> | null
}

export interface Feed {
  records: FeedRecord[]
  /** Whether the reader may change the card. */
  mayWrite: boolean
}

/** All of a card's timeline in no order; empty for one who may not see the card. */
export function feedOf(call: Call, card: Card): Feed {
  if (!mayTouch(call, card, 'read')) return { records: [], mayWrite: false }
  const { state } = call.portal
  const mark = cardMark(card)
  const pinned = new Set(state.timeline.pins.marked(mark).map((pin) => pin.recordId))
  const hung = (id: number) => ({
    id,
    isPinned: pinned.has(id),
    note: state.timeline.notes.marked(noteMark(1, id))[0]?.text ?? null,
    extraBlocks: state.timeline.blocks.marked(recordMark(id))[0]?.layout ?? null,
  })
  const comments = commentsOnCard(state, card).map((comment): FeedRecord => ({
    kind: 'comment',
    comment,
    at: comment.created,
    ...hung(comment.id),
  }))
  const messages = state.timeline.messages
    .marked(mark)
    .map((message): FeedRecord => ({ kind: 'message', message, at: message.created, ...hung(message.id) }))
  const activities = state.activities.records.marked(mark).map((activity): FeedRecord => ({
    kind: 'activity',
    activity,
    badge: activity.badgeCode === null ? null : (state.activities.badges.marked(activity.badgeCode)[0] ?? null),
    id: activity.id,
    at: activity.isCompleted ? activity.updated : activity.created,
    isPinned: activity.isPinned,
    note: state.timeline.notes.marked(noteMark(2, activity.id))[0]?.text ?? null,
    extraBlocks: activity.extraBlocks,
  }))
  return { records: [...comments, ...messages, ...activities], mayWrite: mayTouch(call, card, 'write') }
}
