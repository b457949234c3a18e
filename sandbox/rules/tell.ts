import type { Call } from './method.ts'

/** Tells the application what this call has done. */
export function tell(call: Call, name: string, data: Record<string, unknown>): void {
  call.portal.events.fire({ name, data, userId: call.caller.userId, connector: call.request.connector })
}
