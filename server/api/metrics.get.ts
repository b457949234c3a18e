import { Hono } from 'hono'
import { NotFoundError } from '../errors.ts'
import { sameSecret } from '../same-secret.ts'

/** What the route needs of the server's figures. */
export interface FiguresPage {
  /** null: no figures are given out. */
  token: string | null
  text(): Promise<string>
  contentType: string
}

/** `GET /metrics` for Prometheus, with its bearer; for everybody else there is no such page. */
export function metricsGet({ token, text, contentType }: FiguresPage) {
  return new Hono().get('/metrics', async (call) => {
    const given = /^Bearer (\S+)$/.exec(call.req.header('authorization') ?? '')?.[1]
    if (!token || !given || !sameSecret(token, given)) throw new NotFoundError('There is nothing at this address')
    return call.body(await text(), 200, { 'content-type': contentType, 'cache-control': 'no-store' })
  })
}
