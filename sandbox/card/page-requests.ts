import type { Context } from 'hono'
import { Hono } from 'hono'
import { bellPopup, unread } from './bell.ts'
import type { Seen } from './bell.ts'
import { cardParts } from './card-parts.ts'
import type { Desk } from './desk.ts'
import { peopleByDepartment, selectableItems, selectableUsers } from './dialogs.ts'
import { isLanguage } from './entities.ts'
import { leftMenu } from './left-menu.ts'
import { childrenTable } from './list-page.ts'
import { PageError } from './page-error.ts'
import { callViews } from './phone/call-view.ts'
import { viewingFor } from './viewing.ts'
import type { Viewing } from './viewing.ts'

/** What an open page asks for while it stands: live parts, popups, dialogs. All of it with the viewer's rights. */
export function pageRequests(desk: Desk, seen: Seen): Hono {
  const app = new Hono()
  app.get('/live', async (c) => {
    const revision = desk.revision()
    if (c.req.query('revision') === revision) return c.json({ revision })
    const viewing = viewingOfQuery(c, desk)
    const card = await liveCard(c, viewing, desk)
    const calls = await callViews(viewing, desk, c.req.query('pageId') ?? '')
    return c.json({ revision, unread: unread(desk, seen, viewing.viewer.id), calls, card })
  })
  app.get('/people', (c) => c.json({ departments: peopleByDepartment(viewingOfQuery(c, desk), desk) }))
  app.get('/notifications', async (c) => c.json({ html: String(await bellPopup(viewingOfQuery(c, desk), desk, seen)) }))
  app.get('/menu', (c) => c.html(leftMenu(viewingOfQuery(c, desk), desk)))
  app.get('/children', async (c) => {
    const viewing = viewingOfQuery(c, desk)
    const child = viewing.entities.find((entity) => entity.entityTypeId === Number(c.req.query('childTypeId')))
    if (!child) return c.notFound()
    const parent = { entityTypeId: Number(c.req.query('parentTypeId')), id: Number(c.req.query('parentId')) }
    return c.html(await childrenTable(viewing, desk, child, parent))
  })
  app.get('/select-user', (c) => c.json({ people: selectableUsers(desk, c.req.query('q') ?? '') }))
  app.get('/select-crm', async (c) => {
    const kinds = (c.req.query('types') ?? '').split(',')
    const entries = await selectableItems(viewingOfQuery(c, desk), desk, kinds, c.req.query('q') ?? '')
    return c.json({ entries })
  })
  return app
}

/** The card's parts, where something on it changed; undefined where the page shows no card or the same one. */
async function liveCard(c: Context, viewing: Viewing, desk: Desk): Promise<unknown> {
  const entity = viewing.entities.find((one) => one.entityTypeId === Number(c.req.query('entityTypeId')))
  if (!entity) return undefined
  const { signature, title, parts } = await cardParts(viewing, desk, entity, Number(c.req.query('id')))
  return signature === c.req.query('known') ? undefined : { signature, title, parts }
}

function viewingOfQuery(c: Context, desk: Desk): Viewing {
  const id = Number(c.req.query('viewerId'))
  const viewer = desk.people().find((person) => person.id === id && person.active)
  if (!viewer) throw new PageError(400, 'unknownUser')
  const language = c.req.query('lang')
  const path = c.req.query('path') ?? '/'
  return viewingFor(desk, viewer, { language: isLanguage(language) ? language : desk.language, path })
}
