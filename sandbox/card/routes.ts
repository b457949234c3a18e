import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import type { Portal } from '../portal.ts'
import { answerPage, entityOf } from './answer-page.ts'
import { appPage, linkedPage, placementPage } from './app-page.ts'
import { findAsset } from './assets.ts'
import type { Seen } from './bell.ts'
import { cardPage } from './card-page.ts'
import { cardParts } from './card-parts.ts'
import { createDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { isLanguage, listUrl } from './entities.ts'
import { listPage } from './list-page.ts'
import { noticePage } from './notice-page.ts'
import { pageActions } from './page-actions.ts'
import { PageError } from './page-error.ts'
import { pageRequests } from './page-requests.ts'
import { personPage } from './person-page.ts'
import { callRoutes } from './phone/call-routes.ts'
import { inspectorPages, inspectorRequests } from '../inspector/routes.ts'
import { analyticsPage, telephonyPage } from './report-page.ts'
import { automationPage, funnelsPage } from './stage-page.ts'
import { viewingOf } from './viewing.ts'
import { wordsIn } from './words.ts'

/** The pages a person sees when he opens the portal in a browser, and what their own script asks for. */
export function cardRoutes(portal: Portal): Hono {
  const desk = createDesk(portal)
  const seen: Seen = new Map()
  const app = new Hono()
  app.onError((error, c) => answerError(error, c, desk))
  app.get('/sandbox/assets/:name', (c) => {
    const asset = findAsset(c.req.param('name'))
    if (!asset) return c.notFound()
    return c.body(asset.body, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000' })
  })
  app.route('/sandbox/inspector', inspectorPages(portal))
  app.use('/sandbox/*', ownPagesOnly(desk))
  app.route('/sandbox/inspector', inspectorRequests(portal))
  app.route('/sandbox', pageRequests(desk, seen))
  app.route('/sandbox', pageActions(desk))
  app.route('/sandbox', callRoutes(desk))
  app.get('/', (c) => c.redirect(homeOf(desk)))
  app.get('/company/personal/user/:id/', (c) => {
    const person = desk.person(Number(c.req.param('id')))
    if (!person) throw new PageError(404, 'notFound')
    return answerPage(c, desk, { title: person.name }, personPage(viewingOf(c, desk), desk, person))
  })
  app.get('/marketplace/app/:clientId/', (c) => {
    const registered = desk.app()
    if (registered?.clientId !== c.req.param('clientId')) throw new PageError(404, 'noApplication')
    const viewing = viewingOf(c, desk)
    return answerPage(c, desk, { title: registered.title[viewing.language] }, appPage(viewing, registered))
  })
  app.get('/marketplace/view/:clientId/', (c) => {
    const registered = desk.app()
    if (registered?.clientId !== c.req.param('clientId')) throw new PageError(404, 'noApplication')
    const viewing = viewingOf(c, desk)
    const content = linkedPage(viewing, registered, new URL(c.req.url).searchParams)
    return answerPage(c, desk, { title: registered.title[viewing.language] }, content)
  })
  app.get('/marketplace/placement/:id/', (c) => {
    const placement = desk.placement(c.req.param('id'))
    if (!placement) throw new PageError(404, 'noPlacement')
    const viewing = viewingOf(c, desk)
    return answerPage(c, desk, { title: placement.title[viewing.language] }, placementPage(viewing, placement))
  })
  for (const kind of ['/crm/:kind{lead|deal|contact|company}', '/crm/:kind{type}/:type{[0-9]+}']) {
    app.get(`${kind}/`, (c) => c.redirect(`${c.req.path}list/`))
    app.get(`${kind}/list/`, (c) => answerList(c, desk))
    // As the real portal spells the list of one funnel, and its board: there is one list here.
    for (const view of ['list', 'kanban'])
      app.get(`${kind}/${view}/category/:category{[0-9]+}/`, (c) =>
        c.redirect(c.req.path.replace(/(?:list|kanban)\/category\/\d+\/$/, 'list/')),
      )
    app.get(`${kind}/details/:id{[0-9]+}/`, (c) => answerCard(c, desk))
    app.get(`${kind}/automation/:category{[0-9]+}/`, (c) => {
      const viewing = viewingOf(c, desk)
      const content = automationPage(viewing, desk, entityOf(c, viewing), Number(c.req.param('category')))
      return answerPage(c, desk, { title: viewing.words.robots }, content)
    })
    app.get(`${kind}/funnels/`, (c) => {
      const viewing = viewingOf(c, desk)
      return answerPage(c, desk, { title: viewing.words.funnels }, funnelsPage(viewing, desk, entityOf(c, viewing)))
    })
  }
  app.get('/report/analytics/', async (c) => {
    const viewing = viewingOf(c, desk)
    const content = await analyticsPage(viewing, desk, c.req.query('report') ?? '')
    return answerPage(c, desk, { title: viewing.words.analytics }, content)
  })
  app.get('/report/telephony/', (c) => {
    const viewing = viewingOf(c, desk)
    return answerPage(c, desk, { title: viewing.words.telephonyAnalytics }, telephonyPage(viewing, desk))
  })
  app.get('*', (c) => {
    const isForPerson = c.req.header('accept')?.includes('text/html') === true && !c.req.path.startsWith('/sandbox/')
    if (!isForPerson) return c.notFound()
    throw new PageError(404, 'notFound')
  })
  return app
}

/** The first smart process: what this portal's people live in; without one, the leads. */
function homeOf(desk: Desk): string {
  const first = desk.processes()[0]
  return first ? `/crm/type/${first.entityTypeId}/list/` : '/crm/lead/list/'
}

async function answerList(c: Context, desk: Desk): Promise<Response> {
  const viewing = viewingOf(c, desk)
  const entity = entityOf(c, viewing)
  const page = Math.max(1, Math.floor(Number(c.req.query('page'))) || 1)
  const content = await listPage(viewing, desk, entity, { search: (c.req.query('q') ?? '').trim(), page })
  return answerPage(c, desk, { title: entity.listTitle }, content)
}

async function answerCard(c: Context, desk: Desk): Promise<Response> {
  const viewing = viewingOf(c, desk)
  const entity = entityOf(c, viewing)
  const id = Number(c.req.param('id'))
  const card = await cardParts(viewing, desk, entity, id)
  const options = { title: card.title, card: { entityTypeId: entity.entityTypeId, id, signature: card.signature } }
  return answerPage(c, desk, options, cardPage(viewing, desk, entity, card))
}

/** Tokens are handed out here, so a page of another origin is turned away: browsers always name the origin. */
function ownPagesOnly(desk: Desk): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isForeign = (site !== undefined && site !== 'same-origin') || (origin && new URL(c.req.url).origin !== origin)
    const isForm = c.req.method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')
    if (isForeign || isForm) return c.json({ error: wordsIn(desk.language).foreignRequest }, 403)
    c.header('cache-control', 'no-store')
    await next()
  }
}

/** A script gets the sentence as JSON, a person a page that says it. */
async function answerError(error: Error, c: Context, desk: Desk): Promise<Response> {
  const asked = c.req.query('lang')
  const isScript = c.req.path.startsWith('/sandbox/')
  const words = isScript ? wordsIn(isLanguage(asked) ? asked : desk.language) : viewingOf(c, desk).words
  if (error instanceof PageError) {
    if (isScript) return c.json({ error: words[error.word] }, error.status)
    const content = noticePage(words.notFoundTitle, words[error.word])
    return answerPage(c, desk, { title: words.notFoundTitle }, content, error.status)
  }
  if (!desk.isRefusal(error)) throw error
  const { code } = error as Error & { code?: string | number }
  if (isScript) return c.json({ error: desk.isDenial(error) ? words.refused : error.message, code }, 400)
  const entity = viewingOf(c, desk).entities.find((one) => c.req.path.startsWith(`/crm/${one.path}/details/`))
  const link = entity ? { href: listUrl(entity), label: words.backToList } : undefined
  const notice = (title: string, text: string, status: 403 | 404 | 500) =>
    answerPage(c, desk, { title }, noticePage(title, text, link), status)
  if (code === 'ACCESS_DENIED') return notice(words.noAccessTitle, words.noAccess, 403)
  if (code === 'NOT_FOUND') return notice(words.notFoundTitle, words.notFound, 404)
  return notice(words.brokenTitle, error.message, 500)
}
