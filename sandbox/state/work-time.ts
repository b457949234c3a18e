import type { MakeShelf } from './shelf.ts'

/** A working day of somebody. Moments are seconds. */
export interface WorkDay {
  id: number
  userId: number
  start: number
  /** Null while the day lasts. */
  finish: number | null
  /** Null while he works. */
  pausedAt: number | null
  /** Seconds of breaks that are over. */
  breaks: number
  report: string
  /** False: the change waits for his head. */
  isConfirmed: boolean
  openedAt: { lat: number; lon: number }
  closedAt: { lat: number; lon: number }
}

/** A busy time in somebody's calendar; `absent` is away. */
export interface CalendarEvent {
  id: number
  userId: number
  name: string
  from: number
  to: number
  isWholeDay: boolean
  accessibility: 'busy' | 'absent' | 'quest' | 'free'
  importance: 'high' | 'normal' | 'low'
}

export const userMark = (userId: number): string => `user/${userId}`

export type WorkTimeState = ReturnType<typeof createWorkTimeState>

export const createWorkTimeState = (shelf: MakeShelf) => ({
  days: shelf<WorkDay>('workDay', (day) => [userMark(day.userId)]),
  events: shelf<CalendarEvent>('calendarEvent', (event) => [userMark(event.userId)]),
})
