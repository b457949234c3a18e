import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Portal } from '../portal.ts'
import { applicationNews } from '../rules/application-news.ts'

const updateSchema = z.object({ version: z.string().min(1).max(20) }).strict()
const paymentSchema = z
  .object({
    status: z.enum(['F', 'D', 'T', 'P', 'S']).default('P'),
    isExpired: z.boolean().default(false),
    days: z.number().int().default(30),
  })
  .strict()
const decisionSchema = z.object({ method: z.string().min(1), isConfirmed: z.boolean() }).strict()

/** What the market and administrators do to the application and its open lines, for tests. */
export function applicationRoutes(portal: Portal): Hono {
  const app = new Hono()
  const news = applicationNews(portal)
  const wrong = (context: Context, error: z.ZodError) => context.json({ error: z.prettifyError(error) }, 400)
  const bodyOf = (context: Context): Promise<unknown> => context.req.json().catch(() => ({}))

  app.post('/sandbox/app/update', async (context) => {
    const read = updateSchema.safeParse(await bodyOf(context))
    if (!read.success) return wrong(context, read.error)
    news.update(read.data.version)
    return context.json({ version: read.data.version })
  })

  app.post('/sandbox/app/payment', async (context) => {
    const read = paymentSchema.safeParse(await bodyOf(context))
    if (!read.success) return wrong(context, read.error)
    news.pay(read.data)
    return context.json(read.data)
  })

  app.post('/sandbox/app/method-decision', async (context) => {
    const read = decisionSchema.safeParse(await bodyOf(context))
    if (!read.success) return wrong(context, read.error)
    news.decideOnMethod(read.data.method, read.data.isConfirmed)
    return context.json(read.data)
  })

  app.delete('/sandbox/open-lines/:line', (context) => {
    const isDeleted = news.deleteLine(Number(context.req.param('line')))
    return isDeleted
      ? context.json({ deleted: true })
      : context.json({ error: 'No connector is on for this line.' }, 404)
  })

  app.delete('/sandbox/open-lines/:line/connectors/:connector', (context) => {
    const isOff = news.switchOff(context.req.param('connector'), Number(context.req.param('line')))
    return isOff
      ? context.json({ switchedOff: true })
      : context.json({ error: 'This connector is not on for this line.' }, 404)
  })

  return app
}
