import type { Portal } from '../portal.ts'
import { pressActivity, removeByHand, setCompleted } from '../rules/activities/press.ts'
import { ownCall } from '../rules/own-call.ts'
import { formatInstant } from '../rules/time.ts'
import { feedOf, type FeedRecord } from '../rules/timeline/feed.ts'

interface Hung {
  id: number
  /** ISO. */
  at: string
  isPinned: boolean
  note: string | null
  extraBlocks: Record<string, unknown> | null
}

export interface ShownActivity extends Hung {
  kind: 'activity'
  typeId: number
  subject: string
  description: string
  /** ISO; null: none. */
  deadline: string | null
  isCompleted: boolean
  isIncomingChannel: boolean
  responsibleId: number
  layout: Record<string, unknown> | null
  badge: { title: unknown; value: unknown; type: string } | null
  revision: number
}

export type ShownRecord =
  | ShownActivity
  | (Hung & { kind: 'comment'; authorId: number; text: string })
  | (Hung & { kind: 'message'; authorId: number; title: string; text: string })

/** The timelines of cards, as a person sees and uses them. Throws the portal's refusals. */
export interface TimelineDesk {
  ofCard(viewerId: number, entityTypeId: number, id: number): { records: ShownRecord[]; mayWrite: boolean }
  /** Something an application has drawn is pressed; `path` leads to its action. */
  press(viewerId: number, card: { entityTypeId: number; id: number }, activityId: number, path: string): void
  complete(viewerId: number, card: { entityTypeId: number; id: number }, activityId: number): void
  remove(viewerId: number, card: { entityTypeId: number; id: number }, activityId: number): void
}

export function timelineDesk(portal: Portal): TimelineDesk {
  return {
    ofCard(viewerId, entityTypeId, id) {
      const { records, mayWrite } = feedOf(ownCall(portal, viewerId), { entityTypeId, id })
      return { records: records.map(shown), mayWrite }
    },
    press: (viewerId, card, activityId, path) => pressActivity(ownCall(portal, viewerId), card, activityId, path),
    complete: (viewerId, card, activityId) => setCompleted(ownCall(portal, viewerId), card, activityId, true),
    remove: (viewerId, card, activityId) => removeByHand(ownCall(portal, viewerId), card, activityId),
  }
}

function shown(record: FeedRecord): ShownRecord {
  const { id, isPinned, note, extraBlocks } = record
  const hung = { id, isPinned, note, extraBlocks, at: formatInstant(record.at) }
  if (record.kind === 'comment')
    return { ...hung, kind: 'comment', authorId: record.comment.authorId, text: record.comment.text }
  if (record.kind === 'message') {
    const { authorId, title, text } = record.message
    return { ...hung, kind: 'message', authorId, title, text }
  }
  const { typeId, subject, description, isCompleted, isIncomingChannel, responsibleId, layout, revision } =
    record.activity
  const { deadline } = record.activity
  return {
    ...hung,
    kind: 'activity',
    typeId,
    subject,
    description,
    isCompleted,
    isIncomingChannel,
    responsibleId,
    layout,
    revision,
    deadline: deadline === null ? null : formatInstant(deadline),
    badge: record.badge,
  }
}
