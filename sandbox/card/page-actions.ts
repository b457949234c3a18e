import { Hono } from 'hono'
import type { Desk } from './desk.ts'
import { isLanguage } from './entities.ts'
import { authFields, FrameRefused, frameTicket } from './frame-ticket.ts'
import { bodyOf, isRecord } from './page-body.ts'
import type { Body } from './page-body.ts'
import { PageError } from './page-error.ts'
import type { Person } from './person.ts'
import { signIn, viewingFor } from './viewing.ts'

/** What a person does on a page, and what the frames on it need; each acts as the person the page was opened by. */
export function pageActions(desk: Desk): Hono {
  const app = new Hono()
  app.post('/frame', async (c) => {
    const body = await bodyOf(c)
    const url = new URL(c.req.url)
    const order = {
      viewer: viewerOf(desk, body),
      language: isLanguage(body.language) ? body.language : desk.language,
      domain: url.host,
      isHttps: url.protocol === 'https:',
      placement: String(body.placement ?? ''),
      placementId: body.placementId === undefined ? undefined : String(body.placementId),
      options: isRecord(body.options) ? body.options : {},
      uri: typeof body.uri === 'string' ? body.uri : undefined,
    }
    try {
      return c.json(frameTicket(desk, order))
    } catch (error) {
      if (error instanceof FrameRefused) throw new PageError(409, error.word)
      throw error
    }
  })
  app.post('/auth', async (c) => c.json(authFields(desk, viewerOf(desk, await bodyOf(c)).id)))
  app.post('/install-finish', async (c) => {
    const viewer = viewerOf(desk, await bodyOf(c))
    if (!viewer.isAdmin) throw new PageError(403, 'onlyAdmin')
    desk.finishInstall(viewer.id)
    return c.json({ isInstalled: true })
  })
  app.post('/options', async (c) => {
    const body = await bodyOf(c)
    const viewer = viewerOf(desk, body)
    if (body.scope === 'app' && !viewer.isAdmin) throw new PageError(403, 'onlyAdmin')
    const owner = body.scope === 'app' ? null : viewer.id
    desk.setOption(owner, String(body.name ?? ''), body.value ?? null)
    return c.json({ options: desk.options(owner) })
  })
  app.post('/sign-in', async (c) => {
    const wanted = (await bodyOf(c)).userId
    const person = desk.people().find((one) => one.id === wanted && one.active)
    if (!person) throw new PageError(400, 'unknownUser')
    signIn(c, person.id)
    return c.json({ userId: person.id })
  })
  app.post('/stage', async (c) => {
    const body = await bodyOf(c)
    const entityTypeId = Number(body.entityTypeId)
    const fields = { stageId: String(body.stageId ?? '') }
    await desk.call(viewerOf(desk, body).id, 'crm.item.update', { entityTypeId, id: Number(body.id), fields })
    return c.json({ stageId: fields.stageId })
  })
  app.post('/comment', async (c) => {
    const body = await bodyOf(c)
    const viewer = viewerOf(desk, body)
    const { entities } = viewingFor(desk, viewer, { language: desk.language })
    const entity = entities.find((one) => one.entityTypeId === Number(body.entityTypeId))
    const text = String(body.text ?? '').trim()
    if (!entity) throw new PageError(404, 'notFound')
    if (text === '') throw new PageError(400, 'emptyComment')
    const fields = { ENTITY_ID: Number(body.id), ENTITY_TYPE: entity.timelineType, COMMENT: text }
    const { result } = await desk.call<number>(viewer.id, 'crm.timeline.comment.add', { fields })
    return c.json({ id: result })
  })
  app.post('/press', async (c) => {
    const body = await bodyOf(c)
    desk.timeline.press(viewerOf(desk, body).id, cardIn(body), Number(body.activityId), String(body.path ?? ''))
    return c.json({ isPressed: true })
  })
  app.post('/complete', async (c) => {
    const body = await bodyOf(c)
    desk.timeline.complete(viewerOf(desk, body).id, cardIn(body), Number(body.activityId))
    return c.json({ isCompleted: true })
  })
  app.post('/delete-activity', async (c) => {
    const body = await bodyOf(c)
    desk.timeline.remove(viewerOf(desk, body).id, cardIn(body), Number(body.activityId))
    return c.json({ isDeleted: true })
  })
  return app
}

/** The card the page shows. */
const cardIn = (body: Body): { entityTypeId: number; id: number } => ({
  entityTypeId: Number(body.entityTypeId),
  id: Number(body.id),
})

function viewerOf(desk: Desk, body: Body): Person {
  const viewer = desk.people().find((person) => person.id === body.viewerId && person.active)
  if (!viewer) throw new PageError(400, 'unknownUser')
  return viewer
}
