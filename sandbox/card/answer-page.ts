import type { Context } from 'hono'
import type { Desk } from './desk.ts'
import type { Entity } from './entities.ts'
import { PageError } from './page-error.ts'
import { shell } from './shell.ts'
import type { Html, PageOptions } from './shell.ts'
import { viewingOf } from './viewing.ts'
import type { Viewing } from './viewing.ts'

/** A whole page of the portal around `content`. */
export async function answerPage(
  c: Context,
  desk: Desk,
  options: Omit<PageOptions, 'clientId'>,
  content: Html,
  status: 200 | 400 | 403 | 404 | 409 | 500 = 200,
): Promise<Response> {
  c.header('cache-control', 'no-store')
  c.header('content-security-policy', "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'")
  const page = shell(viewingOf(c, desk), desk, { ...options, clientId: desk.app()?.clientId ?? '' }, content)
  return c.html(await page, status)
}

/** The kind of item an address under `/crm/` is about. Throws where the portal has no such kind. */
export function entityOf(c: Context, viewing: Viewing): Entity {
  const kind = c.req.param('kind') === 'type' ? `type/${c.req.param('type')}` : c.req.param('kind')
  const found = viewing.entities.find((entity) => entity.path === kind)
  if (!found) throw new PageError(404, 'notFound')
  return found
}
