/**
 * What an honest refusal takes: presses, fields, and milliseconds of the tab and the server, driven through the real card
 * in a browser. A person types a key in 0.28 s, points and clicks in 1.3 s, and thinks 1.35 s before each step
 * (keystroke-level model of Card, Moran and Newell); the goal is 20 s and two fields. A head's decision is measured beside it.
 */
import { parseArgs } from 'node:util'
import { CAST } from '../sandbox/seeds/cast.ts'
import type { Visit } from '../test/support/card-visit.ts'
import { startCardWorld } from '../test/support/card-world.ts'
import { plantRequest } from '../test/support/plant-request.ts'
import { CLICK_SECONDS, KEY_SECONDS, THINK_SECONDS } from './keystroke-model.ts'
import { quantile, table } from './statistics.ts'

const GOAL = { seconds: 20, fields: 2 }
const TAB = /^\s*Отказ\s*$/

interface Path {
  reason: string
  comment: string
  /** What the tab says once it is accepted. */
  done: string
}

const PATHS: Record<string, Path> = {
  'the client chose another': {
    reason: 'выбрал другого',
    comment: 'Нашли дешевле на пять тысяч',
    done: 'Прежние отказы',
  },
  'we have no truck': { reason: 'не нашли машину', comment: 'Обзвонили всех, никто не едет', done: 'ждёт решения' },
}

interface Figures {
  openMs: number
  acceptMs: number
}

/** `--runs N` (default 5) of each path, `--scale` of the portal. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { runs: { type: 'string', default: '5' }, scale: { type: 'string', default: '0.2' } },
  })
  const world = await startCardWorld({ seed: 'mogutin', scale: Number(values.scale) })
  const p50 = (all: Figures[], pick: (figures: Figures) => number) => Math.round(quantile(all.map(pick), 0.5))
  const rows = [['path', 'fields', 'clicks', 'keys', 'tab open, ms', 'accepted after, ms', 'a person, s']]
  const json: Record<string, unknown> = {}
  let ok = true
  const tell = (name: string, steps: { fields: number; clicks: number; keys: number }, all: Figures[]) => {
    const { fields, clicks, keys } = steps
    const [open, accept] = [p50(all, (one) => one.openMs), p50(all, (one) => one.acceptMs)]
    const thoughts = fields + 1
    const seconds = clicks * CLICK_SECONDS + keys * KEY_SECONDS + thoughts * THINK_SECONDS + (open + accept) / 1000
    ok &&= seconds <= GOAL.seconds && fields <= GOAL.fields
    rows.push([name, ...[fields, clicks, keys, open, accept].map(String), seconds.toFixed(1)])
    json[name] = { ...steps, openMs: open, acceptMs: accept, personSeconds: Number(seconds.toFixed(1)) }
  }
  try {
    for (const [name, path] of Object.entries(PATHS)) {
      const all: Figures[] = []
      for (let index = 0; index < Number(values.runs); index++) {
        const id = await plantRequest(world, CAST.manager)
        const visit = await world.visit(CAST.manager, 'request', id, { tab: TAB, beforeTab: true })
        all.push(await refuse(visit, path))
        await visit.page.context().close()
      }
      // The tab and the reason are pressed, the comment is typed and sent by two keys.
      tell(name, { fields: 2, clicks: 2, keys: [...path.comment].length + 2 }, all)
    }
    await world.settle()
    const visit = await world.visitPage(CAST.salesHead, 'refusals')
    const decided: Figures[] = []
    for (let index = 0; index < Number(values.runs); index++) decided.push(await approve(visit))
    tell('a head approves on his page', { fields: 0, clicks: 0, keys: 1 }, decided)
    console.log(table(rows))
    console.log(JSON.stringify({ ok, goal: GOAL, ...json }))
    return ok ? 0 : 1
  } finally {
    await world.close()
  }
}

async function refuse(visit: Visit, { reason, comment, done }: Path): Promise<Figures> {
  const began = performance.now()
  const frame = await visit.openTab()
  await frame.getByText(reason, { exact: true }).waitFor()
  const openMs = performance.now() - began
  await frame.getByText(reason, { exact: true }).click()
  // The caret is in the comment by itself.
  await frame.locator('textarea:focus').waitFor()
  await visit.page.keyboard.type(comment)
  const pressed = performance.now()
  await visit.page.keyboard.press('Control+Enter')
  await frame.getByText(done).first().waitFor()
  return { openMs, acceptMs: performance.now() - pressed }
}

/** One key over the oldest of the queue. */
async function approve({ frame, page }: Visit): Promise<Figures> {
  const rows = frame.locator('.queue-row')
  await rows.first().waitFor()
  const before = await rows.count()
  await frame.locator('h1').click()
  const pressed = performance.now()
  await page.keyboard.press('KeyC')
  await frame.waitForFunction((count) => document.querySelectorAll('.queue-row').length < count, before)
  return { openMs: 0, acceptMs: performance.now() - pressed }
}
