import { portalAction } from '../../cli/demo/portal-pages.ts'
import type { World } from '../../cli/demo/world.ts'
import { CAST, DEMO_REQUEST_ID } from '../../sandbox/seeds/cast.ts'

/** REST calls the portal sees when a card is opened the first time with a token, and again with the same one. */
export async function measurePortalCalls(
  world: World,
  requestTypeId: number,
): Promise<{ first: number; repeated: number }> {
  const ticket = await portalAction<{ action: string; fields: Record<string, string> }>(world.portalUrl, 'frame', {
    viewerId: CAST.secondLogist,
    language: 'ru',
    placement: `CRM_DYNAMIC_${requestTypeId}_DETAIL_TAB`,
    placementId: await placementId(world, requestTypeId),
    options: { ID: String(DEMO_REQUEST_ID) },
    uri: `/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/`,
  })
  const open = async (): Promise<void> => {
    const answer = await fetch(ticket.action, { method: 'POST', body: new URLSearchParams(ticket.fields) })
    const html = await answer.text()
    if (!html.includes('"state":"carriers"')) throw new Error('The card did not open with a list')
  }
  return { first: await callsDuring(world, open), repeated: await callsDuring(world, open) }
}

/** The tab's own id, as the card's page names it. */
async function placementId(world: World, requestTypeId: number): Promise<string> {
  const card = `${world.portalUrl}/crm/type/${requestTypeId}/details/${DEMO_REQUEST_ID}/?as=${CAST.secondLogist}`
  const html = (await (await fetch(card)).text()).replaceAll('&quot;', '"')
  const found = /data-frame="(\{.*?\}\})"/.exec(html)?.[1]
  if (found === undefined) throw new Error('The card shows no tab of the application')
  return String((JSON.parse(found) as { placementId: number }).placementId)
}

/** Only the viewer's own calls count: the copy is kept fresh meanwhile with the application's. */
async function callsDuring(world: World, action: () => Promise<void>): Promise<number> {
  await fetch(`${world.portalUrl}/sandbox/calls`, { method: 'DELETE' })
  await action()
  const log = (await (await fetch(`${world.portalUrl}/sandbox/calls`)).json()) as { calls: { userId: number }[] }
  return log.calls.filter((call) => call.userId === CAST.secondLogist).length
}
