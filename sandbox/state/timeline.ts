import { cardMark, type Card } from './activities.ts'
import type { MakeShelf } from './shelf.ts'

/** A line of an application's own in a card's timeline. Numbered together with comments. */
export interface LogMessage {
  id: number
  card: Card
  /** Seconds. */
  created: number
  authorId: number
  title: string
  text: string
  iconCode: string
  /** The application that wrote it. */
  clientId?: string
}

/** A note under a record of the timeline. `itemType`: 1 a record of history, 2 an activity. */
export interface Note {
  id: number
  itemType: 1 | 2
  itemId: number
  text: string
  createdBy: number
  created: number
  updatedBy: number
  updated: number
}

/** One more card on which a record stands, beside the one it was written on. */
export interface Binding {
  id: number
  recordId: number
  card: Card
}

/** A picture for records of the timeline. `content` is base64; the portal's own have none. */
export interface Picture {
  id: number
  kind: 'icon' | 'logo'
  code: string
  content: string
}

/** What an application has added under a record of history. */
export interface ExtraBlocks {
  id: number
  recordId: number
  layout: Record<string, unknown>
}

/** A record that stands on top of the timeline. */
export interface Pin {
  id: number
  recordId: number
  card: Card
}

export const noteMark = (itemType: number, itemId: number): string => `note/${itemType}/${itemId}`
export const recordMark = (recordId: number): string => `record/${recordId}`
export const pictureMark = (kind: Picture['kind'], code: string): string => `${kind}/${code}`

export type TimelineState = ReturnType<typeof createTimelineState>

export const createTimelineState = (shelf: MakeShelf) => ({
  messages: shelf<LogMessage>('logMessage', (message) => [cardMark(message.card)]),
  notes: shelf<Note>('note', (note) => [noteMark(note.itemType, note.itemId)]),
  bindings: shelf<Binding>('timelineBinding', (binding) => [cardMark(binding.card), recordMark(binding.recordId)]),
  pictures: shelf<Picture>('timelinePicture', (picture) => [pictureMark(picture.kind, picture.code)]),
  blocks: shelf<ExtraBlocks>('timelineBlocks', (blocks) => [recordMark(blocks.recordId)]),
  pins: shelf<Pin>('timelinePin', (pin) => [cardMark(pin.card), recordMark(pin.recordId)]),
})
