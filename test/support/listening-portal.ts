import type { Sandbox } from '../../sandbox/server.ts'
import { callAs, startListener, startTiny, testApp, type Listener } from './tiny-portal.ts'
import { tiny } from './tiny-seed.ts'

/** A tiny portal whose application may do what lies outside of CRM, and what it was told. */
export interface ListeningPortal {
  sandbox: Sandbox
  listener: Listener
  /** By the administrator, if by nobody else. */
  ask(method: string, params: Record<string, unknown>, userId?: number): ReturnType<typeof callAs>
  /** The events of this name that came so far. */
  heard(event: string): Promise<URLSearchParams[]>
  close(): Promise<void>
}

export async function startListeningPortal(): Promise<ListeningPortal> {
  const scope = [...testApp.scope, 'imopenlines', 'imbot', 'telephony', 'disk', 'messageservice']
  const sandbox = await startTiny({ app: { ...testApp, scope } })
  const listener = await startListener()
  sandbox.portal.finishInstall()
  return {
    sandbox,
    listener,
    ask: (method, params, userId = tiny.admin) => callAs(sandbox, userId, method, params),
    async heard(event) {
      await sandbox.portal.idle()
      return listener.received.filter((form) => form.get('event') === event)
    },
    async close() {
      await sandbox.close()
      await listener.close()
    },
  }
}
