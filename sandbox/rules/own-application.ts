import type { Caller } from './caller.ts'

/** The application that is calling; nothing for a webhook. */
export const applicationOf = (caller: Caller): string | undefined =>
  caller.kind === 'app' ? caller.clientId : undefined

/** Whether something was made by another application; what nobody signed is everybody's. */
export const isForeign = (caller: Caller, clientId: string | undefined): boolean =>
  clientId !== undefined && clientId !== applicationOf(caller)
