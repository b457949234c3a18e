/**
 * What it takes to write down an offer while a carrier is on the phone: keys, fields, and milliseconds of the form and
 * the server, driven through the real card in a browser. A person types a key in 0.28 s and thinks 1.35 s before each
 * field (keystroke-level model of Card, Moran and Newell); the goal is 15 s and six fields.
 */
import { parseArgs } from 'node:util'
import { CARRIERS, CAST, DEMO_REQUEST_ID } from '../sandbox/seeds/cast.ts'
import { leadOf } from '../test/support/capture-visit.ts'
import { startCardWorld } from '../test/support/card-world.ts'
import { openForm, type FormVisit } from '../test/support/form-visit.ts'
import { portalFacts } from '../test/support/portal-facts.ts'
import { quantile, table } from './statistics.ts'

const KEY_SECONDS = 0.28
const THINK_SECONDS = 1.35
const GOAL = { seconds: 15, fields: 6 }

interface Figures {
  keys: number
  fields: number
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
  try {
    const phone = await portalFacts(world).phoneOf(CARRIERS.sidorov)
    const paths: Record<string, (visit: FormVisit, keys: Keys) => Promise<void>> = {
      'known carrier, likeliest request': async (_visit, keys) => {
        await keys.field('85к')
        await keys.press('Enter')
      },
      'known carrier, all six fields': async (visit, keys) => {
        await visit.into('request')
        await keys.press('ControlOrMeta+A')
        await keys.field(String(DEMO_REQUEST_ID))
        await visit.form
          .getByRole('option', { name: new RegExp(`^№ ${DEMO_REQUEST_ID} `) })
          .first()
          .waitFor()
        await keys.press('Enter')
        await keys.press('Tab')
        await keys.field('87 500')
        await keys.press('Tab')
        await keys.field('б')
        await keys.press('Tab')
        await keys.press('ControlOrMeta+A')
        await keys.field('5 бд сканы')
        await keys.press('Tab')
        await keys.field('завтра')
        await keys.press('Tab')
        await keys.field('пн')
        await keys.press('Enter')
      },
    }
    const rows = [['path', 'fields', 'keys', 'card and form open, ms', 'accepted after, ms', 'a person, s']]
    let ok = true
    const json: Record<string, unknown> = {}
    for (const [name, drive] of Object.entries(paths)) {
      const runs: Figures[] = []
      for (let index = 0; index < Number(values.runs); index++) {
        const card = `/crm/lead/details/${await leadOf(world, phone)}/`
        const began = performance.now()
        const visit = await openForm(world, CAST.logist, { card, by: 'tab' })
        const openMs = performance.now() - began
        const keys = new Keys(visit)
        await drive(visit, keys)
        const pressed = performance.now()
        await visit.form.locator('.result').waitFor()
        runs.push({ keys: keys.count, fields: keys.fields, openMs, acceptMs: performance.now() - pressed })
        await visit.close()
      }
      const p50 = (pick: (figures: Figures) => number) => Math.round(quantile(runs.map(pick), 0.5))
      const [keys, fields] = [p50((one) => one.keys), p50((one) => one.fields)]
      const seconds = keys * KEY_SECONDS + fields * THINK_SECONDS + p50((one) => one.acceptMs) / 1000
      ok &&= seconds <= GOAL.seconds && fields <= GOAL.fields
      const accept = p50((one) => one.acceptMs)
      const open = p50((one) => one.openMs)
      rows.push([name, ...[fields, keys, open, accept].map(String), seconds.toFixed(1)])
      json[name] = { fields, keys, openMs: open, acceptMs: accept, personSeconds: Number(seconds.toFixed(1)) }
    }
    console.log(table(rows))
    console.log(JSON.stringify({ ok, goal: GOAL, ...json }))
    return ok ? 0 : 1
  } finally {
    await world.close()
  }
}

/** Counts what a person presses. */
class Keys {
  count = 0
  fields = 0
  readonly #visit: FormVisit

  constructor(visit: FormVisit) {
    this.#visit = visit
  }

  async press(key: string): Promise<void> {
    this.count += 1
    await this.#visit.page.keyboard.press(key)
  }

  async field(text: string): Promise<void> {
    this.fields += 1
    this.count += [...text].length
    await this.#visit.page.keyboard.type(text)
  }
}
