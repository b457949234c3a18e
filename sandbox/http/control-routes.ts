import { Hono } from 'hono'
import { z } from 'zod'
import type { Portal } from '../portal.ts'
import { faultChangeSchema, type FaultChange } from '../rules/faults/fault-switch.ts'

/** What a real portal does not have: its switches and its log, for tests and measurements. */
export function controlRoutes(portal: Portal, reset: () => Promise<void>): Hono {
  const app = new Hono()

  app.get('/sandbox/faults', (context) => context.json(portal.faults.get()))

  app.post('/sandbox/faults', async (context) => {
    const body: unknown = await context.req.json().catch(() => null)
    const change = faultChangeSchema.safeParse(body)
    if (!change.success) return context.json({ error: z.prettifyError(change.error) }, 400)
    portal.faults.set(body as FaultChange)
    return context.json(portal.faults.get())
  })

  app.delete('/sandbox/faults', (context) => {
    portal.faults.clear()
    return context.json(portal.faults.get())
  })

  app.delete('/sandbox/faults/:id', (context) => {
    const id = context.req.param('id')
    if (!portal.faults.remove(id)) return context.json({ error: `There is no fault ${id}.` }, 404)
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
