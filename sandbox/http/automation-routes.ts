import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Portal } from '../portal.ts'

const texts = z.record(z.string(), z.unknown()).default({})
const robotSchema = z
  .object({ entityTypeId: z.number().int(), stageId: z.string().min(1), code: z.string().min(1), properties: texts })
  .strict()
const triggerSchema = z
  .object({ entityTypeId: z.number().int(), stageId: z.string().min(1), code: z.string().min(1) })
  .strict()
const questionSchema = z
  .object({
    activity: z.enum([
      'ApproveActivity',
      'ReviewActivity',
      'RequestInformationActivity',
      'RequestInformationOptionalActivity',
    ]),
    userId: z.number().int(),
    name: z.string(),
    description: z.string().default(''),
    commentRequired: z.enum(['N', 'Y', 'YA', 'YR']).default('N'),
    fields: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          type: z.string().default('string'),
          isRequired: z.boolean().default(false),
          isMultiple: z.boolean().default(false),
          preset: z.unknown().default(''),
        }),
      )
      .default([]),
  })
  .strict()
const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('program'),
    programKind: z.enum(['robot', 'activity']).default('activity'),
    code: z.string(),
    properties: texts,
  }),
  z.object({ kind: z.literal('question'), question: questionSchema }),
])
const templateSchema = z
  .object({ name: z.string().min(1), documentType: z.array(z.string()).length(3), steps: z.array(stepSchema) })
  .strict()

/**
 * What a person does in the workflow designer, for tests: a robot or a trigger of the application is put on a stage, a template is
 * drawn; and what became of each run.
 */
export function automationRoutes(portal: Portal): Hono {
  const app = new Hono()
  const { automation } = portal.state

  app.get('/sandbox/robots', (context) => context.json(automation.stageRobots.list()))

  app.post('/sandbox/robots', async (context) => {
    const robot = await read(context, robotSchema)
    if ('error' in robot) return context.json(robot, 400)
    const isKnown = automation.programs.list().some((one) => one.kind === 'robot' && one.code === robot.code)
    if (!isKnown) return context.json({ error: `No application has registered the robot ${robot.code}.` }, 400)
    return context.json(automation.stageRobots.add(robot))
  })

  app.delete('/sandbox/robots/:id', (context) => {
    automation.stageRobots.remove(Number(context.req.param('id')))
    return context.json(automation.stageRobots.list())
  })

  app.post('/sandbox/triggers', async (context) => {
    const trigger = await read(context, triggerSchema)
    if ('error' in trigger) return context.json(trigger, 400)
    if (automation.triggers.marked(trigger.code).length === 0)
      return context.json({ error: `No application has registered the trigger ${trigger.code}.` }, 400)
    return context.json(automation.stageTriggers.add(trigger))
  })

  app.post('/sandbox/workflow-templates', async (context) => {
    const template = await read(context, templateSchema)
    if ('error' in template) return context.json(template, 400)
    const modified = Math.floor(portal.now() / 1000)
    const own = { description: '', autoExecute: 0, userId: 1, modified, isOfApp: false }
    return context.json(automation.templates.add({ ...own, ...template }))
  })

  app.get('/sandbox/workflows', (context) => context.json(automation.workflows.list()))

  return app
}

/** The body, or what is wrong with it. */
async function read<T extends object>(context: Context, schema: z.ZodType<T>): Promise<T | { error: string }> {
  const body: unknown = await context.req.json().catch(() => null)
  const parsed = schema.safeParse(body)
  return parsed.success ? parsed.data : { error: z.prettifyError(parsed.error) }
}
