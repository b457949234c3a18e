import type { DeadLettersAnswer } from '../../contract/dead-letters.ts'
import type { Boot } from '../../contract/session.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { openFrame, readBoot } from '../demo/portal-pages.ts'
import { addressOf } from './person.ts'

/** Opens the app's own page, as its administrator, which signs him in again; null when it did not answer. */
export async function openAppPage(portalUrl: string, clientId: string): Promise<Boot | null> {
  const uri = `/marketplace/app/${clientId}/`
  const address = addressOf(CAST.admin)
  try {
    const request = { viewerId: CAST.admin, placement: 'DEFAULT', options: {}, uri, address }
    return readBoot<Boot>((await openFrame(portalUrl, request)).html)
  } catch {
    // The portal or the server is away for a moment.
    return null
  }
}

/** Reasons for which sending once more is senseless: the portal has moved on, or what it speaks of was deleted. */
const FINAL = ['changed_meanwhile', 'item_gone', 'field_rejected']

/**
 * Looks through what was refused, on the app's own page, as its administrator: what may have been refused by mistake
 * is sent again, the rest is let go. Returns how many were sent again.
 */
export async function lookThroughRefused(portalUrl: string, serverUrl: string, clientId: string): Promise<number> {
  const boot = await openAppPage(portalUrl, clientId)
  if (boot?.state !== 'install') throw new Error(`The app's page opened as «${boot?.state}»`)
  const headers = { authorization: `Bearer ${boot.session.token}`, 'content-type': 'application/json' }
  const ask = async (method: string, body?: unknown) => {
    const answer = await fetch(`${serverUrl}/api/dead-letters`, {
      method,
      headers,
      body: body ? JSON.stringify(body) : null,
    })
    if (!answer.ok) throw new Error(`Refused writes: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as DeadLettersAnswer
  }
  let again = 0
  for (let { letters } = await ask('GET'); letters.length > 0; { letters } = await ask('GET')) {
    for (const { key, steps } of letters) {
      const causes = steps
        .map(({ reason }) => reason ?? '')
        .filter((reason) => reason !== '' && reason !== 'dependency_refused')
      const isFinal = causes.some((reason) => FINAL.includes(reason))
      await ask('POST', { key, action: isFinal ? 'drop' : 'again' })
      if (!isFinal) again += 1
    }
  }
  return again
}
