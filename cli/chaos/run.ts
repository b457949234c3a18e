import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../sandbox/seeds/random.ts'
import { startSandbox } from '../../sandbox/server.ts'
import { readConfig } from '../../server/config.ts'
import { createContext } from '../../server/context.ts'
import type { SchemaMap } from '../../server/portal/schema-map.ts'
import { readMeta } from '../../server/store/meta.ts'
import { checkCopy } from '../../server/sync/check-copy.ts'
import { installApp } from '../demo/install.ts'
import { freePort } from '../demo/processes.ts'
import { makeChaosSeed } from './chaos-seed.ts'
import { createDealer } from './dealer.ts'
import { chooseStandIn, readOutbox } from './outbox-file.ts'
import { Person } from './person.ts'
import { keepJournal } from './portal-journal.ts'
import type { AcceptedPress } from './press.ts'
import { scaledTime } from './scaled-time.ts'
import { serverProcess } from './server-process.ts'
import { createStorm, kindsOf } from './storm.ts'
import { lookThroughRefused, openAppPage } from './administrator.ts'
import { judge, type Verdict } from './verdict.ts'

export interface ChaosOptions {
  writes: number
  kills: number
  seed: number
  /** How many times faster than in life all clocks run. */
  scale: number
  people: number
  /** Without trouble that signs people out or changes the portal itself. */
  mild?: boolean
  /** Told of what goes on. */
  say: (sentence: string) => void
}

export interface ChaosResult {
  writes: number
  kills: number
  seconds: number
  fired: Record<string, number>
  /** Kinds of trouble that never struck. */
  missing: string[]
  verdict: Verdict
  /** Steps that were refused or given up, by state, reason and command. */
  ended: Record<string, number>
  copyDiffers: string[]
}

const CLIENT_ID = 'local.reis.chaos'
const SECRET = 'a secret of the storm, worth nothing at all'
/** So many accepted writes may wait; the people pause until the portal has caught up. */
const MOST_WAITING = 400
const SETTLE_LIMIT_MS = 240_000
/** After so many fifths of a second of waiting somebody opens his card anew, and the administrator is called. */
const LOOKS_AFTER = 25
/** The portal does not catch up: something is stuck. */
const STUCK_AFTER = 900
/** How often the administrator looks at the app's page when nobody calls him, at least and at most. */
const ADMINISTRATOR_MS = { from: 10_000, to: 30_000 }
/** How often what was refused is sent again before it counts as refused. */
const AGAIN_ROUNDS = 4
/** How long people go on pressing beyond what was asked for, until every kind of trouble has struck. */
const STORM_LIMIT_MS = 90_000

/** Drives the presses through storm and kills, lets things settle, and compares. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { scale, say } = options
  const began = Date.now()
  const time = scaledTime(began, scale)
  const folder = mkdtempSync(join(tmpdir(), 'reis-chaos-'))
  const random = new Random(options.seed)
  const port = await freePort()
  const serverUrl = `http://127.0.0.1:${port}`
  const app = {
    clientId: CLIENT_ID,
    clientSecret: SECRET,
    title: { ru: 'Рейс', en: 'Reis' },
    handlerUrl: `${serverUrl}/app`,
    installUrl: `${serverUrl}/install`,
    scope: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig'],
  }
  const sandbox = await startSandbox({ seed: makeChaosSeed, now: time.now, app })
  const { portal, memberId } = sandbox
  const data = join(folder, 'data')
  mkdirSync(data)
  const environment = {
    REIS_PORT: String(port),
    REIS_PUBLIC_URL: serverUrl,
    REIS_DATA: data,
    REIS_SECRET: SECRET,
    REIS_CLIENT_ID: CLIENT_ID,
    REIS_CLIENT_SECRET: SECRET,
    REIS_OAUTH_ENDPOINTS: sandbox.oauthEndpoint,
    REIS_LOG_LEVEL: 'warn',
    REIS_TRUST_PROXY: '1',
    CHAOS_STARTED_AT: String(began),
    CHAOS_SCALE: String(scale),
  }
  const server = await serverProcess(serverUrl, environment, join(folder, 'server.log'))
  let isKept = true
  try {
    await server.start()
    await installApp(sandbox.url, serverUrl, CLIENT_ID, () => undefined)
    say(`Installed after ${seconds(began)} s; the server's log is ${join(folder, 'server.log')}`)
    chooseStandIn(join(data, `${memberId}.db`))
    const outbox = readOutbox(join(data, `${memberId}.db`))
    const map = await schemaMapOf(data, memberId)
    const { request, offer, carrier } = map.processes
    const marked = new Map([
      [request.entityTypeId, { kind: 'request', field: request.fields.LOST_COMMENT!.name }],
      [carrier.entityTypeId, { kind: 'carrier', field: carrier.fields.FREE_PLACE!.name }],
      [4, { kind: 'company', field: 'title' }],
    ])
    const journal = keepJournal(portal, marked, {
      typeId: offer.entityTypeId,
      parent: `parentId${request.entityTypeId}`,
    })
    const rowsOf = (typeId: number, where: string) =>
      portal.state.db
        .prepare(`SELECT id, company_id AS companyId FROM item WHERE entity_type_id = ? AND ${where} ORDER BY id`)
        .all(typeId) as { id: number; companyId: number }[]
    const requests = rowsOf(request.entityTypeId, `stage_semantics = 'P'`).map(({ id }) => id)
    const carriers = rowsOf(carrier.entityTypeId, 'company_id IS NOT NULL')
      .slice(0, 40)
      .map(({ id, companyId }) => ({ carrierId: id, companyId }))
    const deal = createDealer({ map, carriers }, options.seed)
    const placementId = portal.placements(`CRM_DYNAMIC_${request.entityTypeId}_DETAIL_TAB`)[0]!.id
    const personWorld = {
      portalUrl: sandbox.url,
      serverUrl,
      requestTypeId: request.entityTypeId,
      placementId,
      requestIds: requests,
    }
    const accepted: AcceptedPress[] = []
    let dealt = 0

    const people = portal.users
      .list()
      .slice(0, options.people)
      .map(({ id }) => new Person(personWorld, id))
    // Trouble strikes only who calls: people go on pressing until every kind of it has struck.
    const storm = createStorm(portal, random, scale, kindsOf(options.mild ?? false))
    let enoughAt = Infinity
    const stage = { isOver: false, isCalled: false }
    const isWanted = (): boolean => {
      if (dealt < options.writes) return true
      enoughAt = Math.min(enoughAt, Date.now())
      return storm.missing().length > 0 && Date.now() < enoughAt + STORM_LIMIT_MS
    }
    const work = async (person: Person) => {
      while (isWanted()) {
        const requestId = requests[Math.floor(random.next() * requests.length)]!
        person.goTo(requestId)
        const most = 10 + Math.floor(random.next() * 30)
        for (let press = 0; press < most && isWanted(); press += 1) {
          for (let waits = 1; outbox.counts().open > MOST_WAITING; waits += 1) {
            await sleep(200)
            if (waits > STUCK_AFTER) throw new Error(`Nothing moves: ${JSON.stringify(outbox.waiting())}`)
            // Who waits long looks into his card, and asks the administrator to: whoever was signed out is back then.
            if (waits % LOOKS_AFTER !== 0) continue
            stage.isCalled = true
            await person.signIn()
          }
          dealt += 1
          const one = deal(requestId)
          const sentAt = performance.now()
          if (await person.press(one)) {
            const { key, kind } = one
            // To what was deleted before the press was accepted nothing can be written.
            const traces = one.traces.filter(({ subject }) => !journal.deleted.has(subject))
            accepted.push({ key, kind, sentAt, heardAt: performance.now(), traces })
            continue
          }
          // The card is gone.
          dealt -= 1
          break
        }
      }
    }

    let kills = 0
    const administrator = async () => {
      while (!stage.isOver) {
        const from = Date.now()
        const pause = ADMINISTRATOR_MS.from + random.next() * (ADMINISTRATOR_MS.to - ADMINISTRATOR_MS.from)
        while (!stage.isOver && !stage.isCalled && Date.now() < from + pause) await sleep(200)
        stage.isCalled = false
        await openAppPage(sandbox.url, CLIENT_ID)
      }
    }
    const killer = async () => {
      while (!stage.isOver || kills < options.kills) {
        // Spread over the whole run, but no oftener than it can start.
        const share = (accepted.length / options.writes) * options.kills
        await sleep(500 + random.next() * 3000)
        if (kills >= options.kills || (!stage.isOver && kills > share)) continue
        await server.kill()
        kills += 1
        await sleep(random.next() * 400)
        await server.start()
        say(`${kills} kills, ${accepted.length} accepted, ${outbox.counts().open} steps open, ${seconds(began)} s`)
      }
    }
    const weather = async () => {
      while (!stage.isOver) {
        storm.change()
        await sleep(300 + random.next() * 700)
        storm.clear()
        await sleep(1200 + random.next() * 1500)
      }
    }
    const working = Promise.all(people.map(work))
    const killing = killer()
    const storming = weather()
    const looking = administrator()
    await working
    say(`All ${accepted.length} accepted after ${seconds(began)} s`)
    stage.isOver = true
    await Promise.all([killing, storming, looking])
    storm.clear()
    const fired = storm.fired()
    const missing = storm.missing()
    // Whoever was signed out comes back to his cards; what waited for him goes.
    await openAppPage(sandbox.url, CLIENT_ID)
    await Promise.all(people.map((person) => person.signIn()))
    await settle(outbox, say)
    const again = new Set<string>()
    for (
      let round = 0;
      round < AGAIN_ROUNDS && outbox.refusedKeys().some((key) => !again.has(key) || round > 0);
      round += 1
    ) {
      for (const key of outbox.refusedKeys()) again.add(key)
      const sent = await lookThroughRefused(sandbox.url, serverUrl, CLIENT_ID)
      say(`${sent} refused writes sent again`)
      await settle(outbox, say)
      if (sent === 0) break
    }
    for (const press of accepted) press.isAgain = again.has(press.key)
    await server.stop()
    const { ended } = outbox.counts()
    const dropped = outbox.givenUp()
    const seen = new Map([
      ...journal.seen,
      ...outbox.attempts().map((key): [string, string[]] => [`attempt ${key}`, [key]]),
    ])
    outbox.close()
    journal.leave()
    const context = await createContext(readConfig(environment), { time })
    await context.drain(memberId)
    await context.reconcile(memberId)
    const scratchFile = join(folder, 'second-copy.db')
    const check = await checkCopy(await context.openCopy(memberId), {
      now: time.now,
      scratchFile,
      settle: async () => undefined,
    })
    const copyDiffers = check.differences.map(
      ({ table, key, what, columns }) => `${table} ${key}: ${what} ${columns.join()}`,
    )
    say(`${check.rows} rows of the copy compared`)
    await context.close()
    const verdict = judge(accepted, seen, dropped)
    isKept = Object.values(verdict).some((list) => list.length > 0) || copyDiffers.length > 0
    const result = {
      writes: accepted.length,
      kills,
      seconds: seconds(began),
      fired,
      missing,
      verdict,
      ended,
      copyDiffers,
    }
    return result
  } finally {
    await server.remove()
    await sandbox.close()
    if (!isKept) rmSync(folder, { recursive: true })
  }
}

const seconds = (since: number) => Math.round((Date.now() - since) / 1000)

/** Waits until nothing is on its way any more. Throws when that takes too long. */
async function settle(outbox: ReturnType<typeof readOutbox>, say: (sentence: string) => void): Promise<void> {
  const began = Date.now()
  for (let { open } = outbox.counts(); open > 0; { open } = outbox.counts()) {
    if (Date.now() - began > SETTLE_LIMIT_MS) throw new Error(`${open} writes did not settle`)
    await sleep(250)
  }
  say(`Settled ${seconds(began)} s later`)
}

async function schemaMapOf(data: string, memberId: string): Promise<SchemaMap> {
  const { openPortalStore } = await import('../../server/store/database.ts')
  const store = await openPortalStore(join(data, `${memberId}.db`))
  try {
    return (await readMeta<SchemaMap>(store, 'schemaMap'))!
  } finally {
    await store.destroy()
  }
}
