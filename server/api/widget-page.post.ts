import { Hono } from 'hono'
import { findPortal } from '../store/portals.ts'
import type { ApiContext } from './api-context.ts'
import { plainPage } from './pages/plain-page.ts'
import { streamedPage } from './pages/streamed-page.ts'
import { boot } from './session/boot.ts'
import { readForm } from './session/read-form.ts'
import { widgetPath } from './pages/widget-path.ts'
import { validated } from './validated.ts'

/**
 * `POST /w/:widget`: what the portal's page posts into the frame of a card's tab. Head and skeleton leave at once; who
 * is looking is proved meanwhile.
 */
export function widgetPagePost(context: ApiContext) {
  return new Hono().post('/w/:widget', validated('param', widgetPath), async (call) => {
    const { widget } = call.req.valid('param')
    const posted = await readForm(call)
    if (!posted) return plainPage('bad_input', 400)
    const portal = await findPortal(context.registry, posted.memberId)
    // The posted DOMAIN says nothing: only the origin we have stored may frame us.
    if (!portal || portal.state === 'removed') return plainPage('portal_unknown', 403)
    return streamedPage({
      page: await context.pages.read(widget),
      language: posted.language,
      portalOrigin: portal.origin,
      acceptEncoding: call.req.header('accept-encoding') ?? '',
      boot: boot(context, posted, widget, context.callerAddress(call)),
    })
  })
}
