/**
 * What it takes to write down an offer while a carrier is on the phone: keys, fields, and milliseconds of the form and
 * the server, driven through the real card in a browser. A person types a key in 0.28 s and thinks 1.35 s before each
 * field (keystroke-level model of Card, Moran and Newell); the goal is 15 s and six fields, on every path.
 */
import { parseArgs } from 'node:util'
import { CARRIERS, CAST } from '../sandbox/seeds/cast.ts'
import { readOpenRequests } from '../server/store/open-requests.ts'
import { leadOf } from '../test/support/capture-visit.ts'
import { startCardWorld } from '../test/support/card-world.ts'
import { openForm, type FormVisit } from '../test/support/form-visit.ts'
import { portalFacts } from '../test/support/portal-facts.ts'
import { KEY_SECONDS, THINK_SECONDS } from './keystroke-model.ts'
import { quantile, table } from './statistics.ts'

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
    const room = (await world.context.api.openRoom(world.sandbox.memberId))!
    // As long a number as this portal has.
    const requestId = (await readOpenRequests(room.store, 1))[0]!.id
    const dayOfMonth = (ahead: number) => String(new Date(Date.now() + ahead * 86_400_000).getDate())
    const paths: Record<string, (visit: FormVisit, keys: Keys) => Promise<void>> = {
      'known carrier, likeliest request': async (_visit, keys) => {
        await keys.field('85к')
        await keys.press('Enter')
      },
      'known carrier, another request': async (visit, keys) => {
        await keys.press('Shift+Tab')
        await keys.field(String(requestId))
        await keys.press('Tab')
        await keys.field('87,5к')
        await visit.chosen(requestId)
        await keys.press('Enter')
      },
      'known carrier, all six fields': async (visit, keys) => {
        await keys.press('Shift+Tab')
        await keys.field(String(requestId))
        await keys.press('Tab')
        await keys.field('87к')
        await keys.press('Tab')
        await keys.choose('с')
        await keys.press('Tab')
        await keys.field('5ск')
        await keys.press('Tab')
        await keys.field(dayOfMonth(1))
        await keys.press('Tab')
        await keys.field(dayOfMonth(4))
        await visit.chosen(requestId)
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

  /**
   * A letter in a closed list takes the next choice that begins with it. It has to be a key that goes down: letters
   * outside the Latin layout are otherwise inserted as text, past a list, into the last field that takes text.
   */
  async choose(letter: string): Promise<void> {
    this.fields += 1
    this.count += 1
    const keyboard = await this.#visit.page.context().newCDPSession(this.#visit.page)
    for (const type of ['keyDown', 'keyUp'] as const)
      await keyboard.send('Input.dispatchKeyEvent', { type, key: letter, text: letter })
    await keyboard.detach()
  }
}
