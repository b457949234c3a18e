import type { Page } from 'playwright-core'
import { CLIENT_ID } from './host-page.ts'
import type { HostPage } from './host-page.ts'
import { tiny } from './tiny-seed.ts'

/** How a person gets to a placement. */
export interface Opener {
  code: string
  path: string
  /** What he presses, one after the other. */
  presses: string[]
  /** Where the application's frame appears. */
  within: string
  /** What the application is told, `URI` included. */
  options: Record<string, unknown>
}

/** One item of each kind with a card, and a comment on those whose timeline has a menu. */
const KINDS = [
  { entity: 'LEAD', path: 'lead', hasStages: true, timeline: 'lead', funnel: 0 },
  { entity: 'DEAL', path: 'deal', hasStages: true, timeline: 'deal', funnel: 0 },
  { entity: 'CONTACT', path: 'contact', hasStages: false, timeline: 'contact', funnel: 0 },
  { entity: 'COMPANY', path: 'company', hasStages: false, timeline: 'company', funnel: 0 },
  {
    entity: `DYNAMIC_${tiny.requests}`,
    path: `type/${tiny.requests}`,
    hasStages: true,
    timeline: `dynamic_${tiny.requests}`,
    funnel: 10,
  },
]

/** Makes what is missing in the tiny portal and says how to get to every place that is drawn. */
export async function placementOpeners(host: HostPage): Promise<Opener[]> {
  const add = async (entityTypeId: number, fields: Record<string, unknown>) => {
    const answer = await host.rest(tiny.admin, 'crm.item.add', { entityTypeId, fields })
    return (answer as { item: { id: number } }).item.id
  }
  const ids: Record<string, number> = {
    LEAD: 5,
    DEAL: await add(tiny.deals, { title: 'Сделка' }),
    CONTACT: await add(tiny.contacts, { name: 'Олег', lastName: 'Панин' }),
    COMPANY: 2,
    [`DYNAMIC_${tiny.requests}`]: 1,
  }
  const openers: Opener[] = []
  for (const kind of KINDS) openers.push(...(await ofKind(host, kind, ids[kind.entity]!)))
  return [...openers, ...elsewhere()]
}

async function ofKind(host: HostPage, kind: (typeof KINDS)[number], id: number): Promise<Opener[]> {
  const { entity, path } = kind
  const card = `/crm/${path}/details/${id}/`
  const list = `/crm/${path}/list/`
  const isSmart = entity.startsWith('DYNAMIC')
  const named = (suffix: string) => `CRM_${entity}_${suffix}`
  const button = (code: string) => `.split > [data-code="${code}"]`
  const openers: Opener[] = [
    onPage(named('DETAIL_TAB'), card, [`[data-code="${named('DETAIL_TAB')}"]`], '.tab-app', { ID: String(id) }),
    inSlider(named('DETAIL_ACTIVITY'), card, [`[data-code="${named('DETAIL_ACTIVITY')}"]`], { ID: String(id) }),
    inSlider(named('DETAIL_TOOLBAR'), card, [button(named('DETAIL_TOOLBAR'))], {
      [isSmart ? 'ENTITY_ID' : 'ID']: String(id),
    }),
    inSlider(named('DOCUMENTGENERATOR_BUTTON'), card, submenu('.menu-documents', named('DOCUMENTGENERATOR_BUTTON')), {
      ENTITY_ID: String(id),
    }),
    inSlider(named('LIST_MENU'), list, submenu(`[data-item="${id}"] .menu`, named('LIST_MENU')), { ID: String(id) }),
    inSlider(named('LIST_TOOLBAR'), list, [button(named('LIST_TOOLBAR'))], {}),
  ]
  if (!kind.hasStages) return openers
  const fields = { ENTITY_ID: id, ENTITY_TYPE: kind.timeline, COMMENT: 'Позвонить завтра' }
  const comment = String(await host.rest(tiny.admin, 'crm.timeline.comment.add', { fields }))
  const menu = named('ACTIVITY_TIMELINE_MENU')
  const robots = named('ROBOT_DESIGNER_TOOLBAR')
  openers.push(
    inSlider(menu, card, submenu(`[data-comment="${comment}"] .menu`, menu), {
      ENTITY_ID: String(id),
      TYPE_ID: '7',
      TYPE_CATEGORY_ID: '0',
      TIMELINE_ITEM_ID: comment,
    }),
    inSlider(robots, `/crm/${path}/automation/${kind.funnel}/`, [button(robots)], {}),
  )
  const funnels = isSmart ? named('FUNNELS_TOOLBAR') : 'CRM_FUNNELS_TOOLBAR'
  if (entity !== 'LEAD') openers.push(inSlider(funnels, `/crm/${path}/funnels/`, [button(funnels)], {}))
  return openers
}

function elsewhere(): Opener[] {
  const person = `/company/personal/user/${tiny.manager}/`
  const user = { USER_ID: String(tiny.manager) }
  return [
    onPage('CRM_ANALYTICS_MENU', '/report/analytics/', ['[data-code="CRM_ANALYTICS_MENU"]'], '.report-body', {}),
    inSlider('CRM_ANALYTICS_TOOLBAR', '/report/analytics/', ['.split > [data-code="CRM_ANALYTICS_TOOLBAR"]'], {}),
    onPage(
      'TELEPHONY_ANALYTICS_MENU',
      '/report/telephony/',
      ['[data-code="TELEPHONY_ANALYTICS_MENU"]'],
      '.report-body',
      {},
    ),
    inSlider('USER_PROFILE_TOOLBAR', person, ['.split > [data-code="USER_PROFILE_TOOLBAR"]'], user),
    inSlider(
      'USER_PROFILE_MENU',
      person,
      ['.person-page .menu > .button-light', '[data-code="USER_PROFILE_MENU"]'],
      user,
    ),
    onPage('LEFT_MENU', '/crm/lead/list/', ['.left-menu [href^="/marketplace/placement/"]'], '.app-box', {}),
    onPage('PAGE_BACKGROUND_WORKER', '/crm/lead/list/', [], '.hidden-frame', { ID: 'PAGE_BACKGROUND_WORKER' }),
    {
      ...onPage('REST_APP_URI', `/marketplace/view/${CLIENT_ID}/?params[docId]=42&other=1`, [], '.app-box', {}),
      options: { docId: '42' },
    },
  ]
}

function onPage(
  code: string,
  path: string,
  presses: string[],
  within: string,
  options: Record<string, unknown>,
): Opener {
  return { code, path, presses, within, options: { ...options, URI: path } }
}

const inSlider = (code: string, path: string, presses: string[], options: Record<string, unknown>): Opener =>
  onPage(code, path, presses, '.slider-app', options)

const submenu = (menu: string, code: string): string[] => [
  `${menu} > summary`,
  `${menu} .submenu > summary`,
  `${menu} [data-code="${code}"]`,
]

/** Goes where the placement is and presses what leads to it. */
export async function openPlacement(host: HostPage, page: Page, opener: Opener): Promise<void> {
  await page.goto(host.sandbox.url + opener.path)
  for (const selector of opener.presses) await page.click(selector)
}
