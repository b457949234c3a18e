import type { AppFrame } from '../app-frame.ts'

/**
 * One command of the frame protocol. `answer` may be called once, later, many times (a callback that was bound), or
 * never: the portal leaves some commands without an answer on purpose.
 */
export type Command = (frame: AppFrame, params: unknown, answer: (result?: unknown) => void) => void | Promise<void>

/** The params as an object; anything else counts as no params at all. */
export function fieldsOf(params: unknown): Record<string, unknown> {
  return typeof params === 'object' && params !== null && !Array.isArray(params)
    ? (params as Record<string, unknown>)
    : {}
}

/** The application's own page: the only place where window-wide commands are obeyed. */
export function isMainPage(frame: AppFrame): boolean {
  return frame.ticket.initData.PLACEMENT === 'DEFAULT'
}
