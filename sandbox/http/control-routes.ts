import { Hono } from 'hono'
import { z } from 'zod'
import type { Portal } from '../portal.ts'

const faultsSchema = z
  .object({
    down: z.boolean(),
    latencyMs: z.number().min(0).max(120_000),
    failNext: z
      .object({
        method: z.string().min(1),
        status: z.number().int().min(400).max(599),
        code: z.string(),
        times: z.number().int().min(0),
      })
      .nullable(),
    dropAnswerAfterWrite: z.object({ method: z.string().min(1), times: z.number().int().min(0) }).nullable(),
  })
  .partial()
  .strict()

/** What a real portal does not have: its switches and its log, for tests and measurements. */
export function controlRoutes(portal: Portal, reset: () => Promise<void>): Hono {
  const app = new Hono()

  app.get('/sandbox/faults', (context) => context.json(portal.faults.get()))

  app.post('/sandbox/faults', async (context) => {
    const body: unknown = await context.req.json().catch(() => null)
    const change = faultsSchema.safeParse(body)
    if (!change.success) return context.json({ error: z.prettifyError(change.error) }, 400)
    portal.faults.set(change.data)
    return context.json(portal.faults.get())
  })

  app.delete('/sandbox/faults', (context) => {
    portal.faults.clear()
    return context.json(portal.faults.get())
  })

  app.get('/sandbox/calls', (context) => context.json(portal.calls.read()))

  app.delete('/sandbox/calls', (context) => {
    portal.calls.clear()
    return context.json({ count: 0 })
  })

  app.post('/sandbox/reset', async (context) => {
    await reset()
    return context.json({ reset: true })
  })

  return app
}
