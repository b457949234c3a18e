import type { Call } from './method.ts'

/** Tells the application and the live pages that types, funnels or fields have changed. */
export function schemaChanged(call: Call, name: string, fields: Record<string, unknown>): void {
  call.portal.catalogue.forget()
  call.portal.rights.forget()
  call.portal.events.fire({
    name,
    data: { FIELDS: fields },
    userId: call.caller.userId,
    connector: call.request.connector,
  })
  call.portal.announce({ kind: 'schema' })
}
