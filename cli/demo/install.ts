import type { InstallState } from '../../contract/install.ts'
import type { PortalMapAnswer } from '../../contract/portal-map.ts'
import type { Boot } from '../../contract/session.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { readEvents } from './server-events.ts'
import { openFrame, portalAction, readBoot } from './portal-pages.ts'

/**
 * Installs the application in the portal as an administrator's browser does: opens the install page by the portal's
 * own POST, looks at the dry run, starts, follows the progress to its end, and tells the portal that the installation is finished.
 * Calls `onProgress` with every state. Throws with the step that failed.
 */
export async function installApp(
  portalUrl: string,
  serverUrl: string,
  clientId: string,
  onProgress: (state: InstallState) => void,
): Promise<InstallState> {
  const uri = `/marketplace/app/${clientId}/`
  const frame = await openFrame(portalUrl, { viewerId: CAST.admin, placement: 'DEFAULT', options: {}, uri })
  const boot = readBoot<Boot>(frame.html)
  if (boot.state !== 'install') throw new Error(`The install page opened as «${boot.state}»: ${JSON.stringify(boot)}`)
  const authorization = `Bearer ${boot.session.token}`
  const looked = await fetch(`${serverUrl}/api/portal-map`, { headers: { authorization } })
  if (!looked.ok) throw new Error(`The portal could not be looked at: ${looked.status} ${await looked.text()}`)
  const { dryRun } = (await looked.json()) as PortalMapAnswer
  const started = await fetch(`${serverUrl}/api/install/start`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ dryRun: dryRun.key }),
  })
  if (!started.ok) throw new Error(`The installation did not start: ${started.status} ${await started.text()}`)
  const finished = await followProgress(serverUrl, authorization, onProgress)
  await portalAction(portalUrl, 'install-finish', { viewerId: CAST.admin })
  return finished
}

async function followProgress(
  serverUrl: string,
  authorization: string,
  onProgress: (state: InstallState) => void,
): Promise<InstallState> {
  const progress = await fetch(`${serverUrl}/api/install/progress`, { headers: { authorization } })
  if (!progress.ok || !progress.body) throw new Error(`The progress cannot be followed: ${progress.status}`)
  for await (const data of readEvents(progress.body)) {
    const state = JSON.parse(data) as InstallState
    onProgress(state)
    if (state.state === 'finished') return state
    const failed = state.steps.find((step) => step.state === 'failed')
    if (state.state === 'failed') throw new Error(`Step ${failed?.step} failed: ${failed?.problem?.message}`)
  }
  throw new Error('The progress ended before the installation did')
}
