import type { MakeShelf } from './shelf.ts'

/** A card: the type and the number of an item. */
export interface Card {
  entityTypeId: number
  id: number
}

export const cardMark = (card: Card): string => `card/${card.entityTypeId}/${card.id}`
export const originMark = (originId: string): string => `origin/${originId}`

export interface Communication {
  id: number
  type: string
  value: string
  entityTypeId: number
  entityId: number
}

/** Something planned or done on a card: a to-do, a call, a record that an application draws. Moments are seconds. */
export interface Activity {
  id: number
  /** The cards it stands on; the first is its owner. */
  cards: Card[]
  /** 1 meeting, 2 call, 4 letter, 6 what a provider makes of it. */
  typeId: number
  providerId: string
  providerTypeId: string
  subject: string
  description: string
  start: number | null
  end: number | null
  deadline: number | null
  created: number
  updated: number
  isCompleted: boolean
  responsibleId: number
  authorId: number
  editorId: number
  /** 1 low, 2 average, 3 high. */
  priority: number
  /** 0 none, 1 incoming, 2 outgoing. */
  direction: number
  originatorId: string | null
  originId: string | null
  isIncomingChannel: boolean
  badgeCode: string | null
  /** What an application draws it as; null for the portal's own kinds. */
  layout: Record<string, unknown> | null
  /** Blocks an application has added to a record that is not its own. */
  extraBlocks: Record<string, unknown> | null
  /** Minutes before the deadline. */
  pingOffsets: number[]
  colorId: string | null
  parentId: number
  communications: Communication[]
  /** Fields kept and printed as they came: SETTINGS, LOCATION and the like. */
  more: Record<string, unknown>
  isPinned: boolean
  /** The application that made it. */
  clientId?: string
  /** How many times it has been written, so that a page sees that it changed. */
  revision: number
}

/** A mark on a kanban card. */
export interface Badge {
  id: number
  code: string
  title: unknown
  value: unknown
  type: string
}

/** A kind of activity that an application has registered. */
export interface ActivityType {
  id: number
  typeId: string
  name: string
  iconId: number
  isConfigurable: boolean
}

export type ActivityState = ReturnType<typeof createActivityState>

export const createActivityState = (shelf: MakeShelf) => ({
  records: shelf<Activity>('activity', (activity) => [
    ...activity.cards.map(cardMark),
    ...(activity.originId === null ? [] : [originMark(activity.originId)]),
  ]),
  badges: shelf<Badge>('badge', (badge) => [badge.code]),
  types: shelf<ActivityType>('activityType', (type) => [type.typeId]),
})
