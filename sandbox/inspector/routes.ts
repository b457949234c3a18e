import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Portal } from '../portal.ts'
import { maskText } from '../rules/inspection/masking.ts'
import { inspectorPage } from './page.ts'
import { isLanguage } from './words.ts'

const kept = { path: '/', sameSite: 'Lax', maxAge: 30 * 24 * 60 * 60 } as const

/** The page on which a developer watches what goes on in the portal. */
export function inspectorPages(portal: Portal): Hono {
  return new Hono().get('/', (c) => {
    const asked = c.req.query('lang')
    const remembered = getCookie(c, 'sandbox_language')
    const language = isLanguage(asked) ? asked : isLanguage(remembered) ? remembered : portal.language
    const theme = (c.req.query('theme') ?? getCookie(c, 'sandbox_theme')) === 'dark' ? 'dark' : 'light'
    if (isLanguage(asked)) setCookie(c, 'sandbox_language', asked, kept)
    if (c.req.query('theme')) setCookie(c, 'sandbox_theme', theme, kept)
    c.header('content-security-policy', "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'")
    return c.html(inspectorPage({ company: portal.company, address: portal.url, language, theme }))
  })
}

/** What the page asks every second, and its one button; for our own pages only. */
export function inspectorRequests(portal: Portal): Hono {
  return new Hono()
    .get('/feed', (c) => c.json(feed(portal, Number(c.req.query('after')) || 0)))
    .post('/clear', (c) => {
      portal.inspector.clear()
      return c.json({ cleared: true })
    })
}

export type Feed = ReturnType<typeof feed>

/** Everything after the entry of that number, and how the portal stands now. */
function feed(portal: Portal, after: number) {
  const { state, limits } = portal
  return {
    ...portal.inspector.read(after),
    people: Object.fromEntries(
      portal.users.list().map(({ id, name, lastName }) => [id, `${name} ${lastName}`.trim()]),
    ) as Record<number, string>,
    queue: state.offline.list().map(({ id, created, event, data, processId, error, connector }) => {
      const about = maskText(JSON.stringify(data ?? {}))
      return {
        id,
        at: new Date(created * 1000).toISOString(),
        event,
        about,
        isTaken: processId !== '',
        error,
        connector,
      }
    }),
    handlers: state.eventHandlers
      .list()
      .map(({ event, handler, isOffline }) => ({ event, handler: maskText(handler), isOffline })),
    limits: {
      level: portal.limiter.level(),
      burst: limits.burst,
      perSecond: Number.isFinite(limits.perSecond) ? limits.perSecond : null,
      operatingSeconds: Number.isFinite(limits.operatingSeconds) ? limits.operatingSeconds : null,
      spent: portal.operating.spent().slice(0, 40),
    },
    faults: portal.faults.get(),
  }
}
