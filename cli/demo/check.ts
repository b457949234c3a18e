import { launchBrowser } from './browser.ts'
import { CAST } from '../../sandbox/seeds/cast.ts'
import { OWN_OFFER, OWN_REQUEST } from '../../sandbox/seeds/own/processes.ts'
import { portalAction } from './portal-pages.ts'
import { playScenario, type PortalFacts, type ScenarioResult } from './scenario.ts'
import type { World } from './world.ts'

/** Drives the scenario in a headless browser and looks into the portal for what it left there. Throws with the reason. */
export async function checkDemo(world: World): Promise<ScenarioResult> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    return await playScenario(page, await portalFacts(world.portalUrl))
  } finally {
    await browser.close()
  }
}

/** Finds the processes of the portal as an administrator's own script would. */
export async function portalFacts(portalUrl: string): Promise<PortalFacts> {
  const { AUTH_ID: token } = await portalAction<{ AUTH_ID: string }>(portalUrl, 'auth', { viewerId: CAST.admin })
  async function rest<Result>(method: string, params: Record<string, unknown>): Promise<Result> {
    const answer = await fetch(`${portalUrl}/rest/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...params, auth: token }),
    })
    const body = (await answer.json()) as { result: Result; error?: string; error_description?: string }
    if (body.error !== undefined) throw new Error(`${method}: ${body.error} ${body.error_description}`)
    return body.result
  }
  const { types } = await rest<{ types: { title: string; entityTypeId: number }[] }>('crm.type.list', {})
  const typeOf = (...titles: string[]): number => {
    const found = types.find((type) => titles.includes(type.title))
    if (!found) throw new Error(`The portal has no process «${titles.join('», «')}»`)
    return found.entityTypeId
  }
  return {
    portalUrl,
    rest,
    requestTypeId: typeOf('Запрос', OWN_REQUEST.type.title),
    offerTypeId: typeOf('Предложения перевозчиков', OWN_OFFER.type.title),
  }
}
