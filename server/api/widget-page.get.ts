import { Hono } from 'hono'
import { findPortalByOrigin } from '../store/portals.ts'
import type { ApiContext } from './api-context.ts'
import { plainPage } from './pages/plain-page.ts'
import { streamedPage } from './pages/streamed-page.ts'
import { widgetPath } from './pages/widget-path.ts'
import { languageOf } from './session/posted.ts'
import { validated } from './validated.ts'

/** `GET /w/:widget`, `/app`, `/install`: a reload. The posted form is gone; the widget boots through the portal's frame. */
export function widgetPageGet(context: ApiContext) {
  return new Hono()
    .get('/w/:widget', validated('param', widgetPath), (call) =>
      reloaded(context, call.req.valid('param').widget, call.req.query(), call.req.header('accept-encoding')),
    )
    .get('/app', (call) => reloaded(context, 'install', call.req.query(), call.req.header('accept-encoding')))
    .get('/install', (call) => reloaded(context, 'install', call.req.query(), call.req.header('accept-encoding')))
}

async function reloaded(
  context: ApiContext,
  widget: string,
  query: Record<string, string>,
  acceptEncoding: string | undefined,
): Promise<Response> {
  const portal = await findPortalByOrigin(context.registry, originOf(query))
  if (!portal) return plainPage('outside', 403)
  return streamedPage({
    page: await context.pages.read(widget),
    language: languageOf(query.LANG ?? ''),
    portalOrigin: portal.origin,
    acceptEncoding: acceptEncoding ?? '',
    boot: Promise.resolve({ state: 'reload' }),
  })
}

/** The origin the query claims. It only chooses among portals we have stored, and shows nothing of theirs. */
function originOf(query: Record<string, string>): string {
  const scheme = query.PROTOCOL === '0' ? 'http' : 'https'
  return URL.canParse(`${scheme}://${query.DOMAIN}`) ? new URL(`${scheme}://${query.DOMAIN}`).origin : ''
}
