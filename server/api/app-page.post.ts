import { Hono, type Context } from 'hono'
import { problemOf } from '../errors.ts'
import { findPortal } from '../store/portals.ts'
import type { ApiContext } from './api-context.ts'
import { plainPage } from './pages/plain-page.ts'
import { streamedPage } from './pages/streamed-page.ts'
import { boot } from './session/boot.ts'
import { readForm } from './session/read-form.ts'

/**
 * `POST /app` and `POST /install`: the app's own page. A portal we do not know is believed only after the
 * authorization server has said which one its token is of.
 */
export function appPagePost(context: ApiContext) {
  const open = (call: Context) => openAppPage(context, call)
  return new Hono().post('/app', open).post('/install', open)
}

async function openAppPage(context: ApiContext, call: Context): Promise<Response> {
  const posted = await readForm(call)
  if (!posted) return plainPage('bad_input', 400)
  let portal = await findPortal(context.registry, posted.memberId)
  if (!portal || portal.state === 'removed') {
    try {
      await context.install.firstContact(posted)
    } catch (error) {
      const { status, problem } = problemOf(error)
      context.report(error, 'first contact of a portal')
      return plainPage(problem.code === 'portal_unreachable' ? 'portal_silent' : 'portal_unknown', status)
    }
    portal = await findPortal(context.registry, posted.memberId)
    if (!portal) return plainPage('portal_unknown', 403)
  }
  return streamedPage({
    page: await context.pages.read('install'),
    language: posted.language,
    portalOrigin: portal.origin,
    acceptEncoding: call.req.header('accept-encoding') ?? '',
    boot: boot(context, posted, 'install'),
  })
}
