import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '../../sandbox/seeds/random.ts'
import { readConfig } from '../../server/config.ts'
import { createContext } from '../../server/context.ts'
import { checkCopy } from '../../server/sync/check-copy.ts'
import { lookThroughRefused, openAppPage } from './administrator.ts'
import { createDealer } from './dealer.ts'
import { createOffice } from './office.ts'
import { readOutbox } from './outbox-file.ts'
import { Person } from './person.ts'
import { keepJournal } from './portal-journal.ts'
import { scaledTime } from './scaled-time.ts'
import { CLIENT_ID, schemaMapIn, setStage, type Stage } from './stage.ts'
import { createStorm } from './storm.ts'
import { changeWeather, killAndStart } from './trouble.ts'
import { judge, type Verdict } from './verdict.ts'

export interface ChaosOptions {
  writes: number
  kills: number
  seed: number
  /** How many times faster than in life all clocks run. */
  scale: number
  people: number
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

/** In a run of less presses the weather changes oftener, so that every kind of trouble has its turn. */
const SHORT = 2_000
/** On a clock that runs slower than this, calls are so rare that weather has to stand longer to be met with. */
const PATIENT_BELOW = 10
/** Where nothing has settled for so long, something is stuck. */
const SETTLE_LIMIT_MS = 240_000
/** How often whoever waits is told how far it is. */
const TELL_MS = 60_000
/** How often what was refused is sent again before it counts as refused. */
const AGAIN_ROUNDS = 4

/** Drives the presses through storm and kills, lets things settle, and compares. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { scale, say } = options
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const folder = mkdtempSync(join(tmpdir(), 'reis-chaos-'))
  const random = new Random(options.seed)
  const patience = Math.max(1, PATIENT_BELOW / scale)
  const lag = monitorEventLoopDelay()
  const stage = await setStage(folder, began, scale)
  let isKept = true
  try {
    say(`Installed after ${seconds()} s; the server's log is ${stage.serverLog}`)
    const { portal, url } = stage.sandbox
    const { requestIds, deal, journal, personWorld } = await readStage(stage, options.seed)
    const outbox = readOutbox(stage.file)
    const people = portal.users
      .list()
      .slice(0, options.people)
      .map(({ id }) => new Person(personWorld, id))
    const storm = createStorm(portal, random, scale)
    const look = () => openAppPage(url, CLIENT_ID)
    const office = createOffice({
      people,
      requestIds,
      outbox,
      deal,
      random,
      writes: options.writes,
      scale,
      patience,
      deleted: journal.deleted,
      isStormShort: () => storm.missing().length > 0,
      openAppPage: look,
    })
    const { accepted } = office
    const trouble = {
      server: stage.server,
      storm,
      random,
      kills: options.kills,
      isShort: options.writes < SHORT,
      patience,
      share: () => accepted.length / options.writes,
      isOver: office.isOver,
      onKilled: (kills: number) =>
        say(`${kills} kills, ${accepted.length} accepted, ${outbox.open()} steps open, ${seconds()} s`),
    }
    const tell = () => {
      const waitedFor = storm.missing()
      say(
        `${accepted.length} accepted, ${outbox.open()} steps open, ${seconds()} s${waitedFor.length > 0 ? `; yet to strike: ${waitedFor.join(', ')}` : ''}`,
      )
    }
    const telling = setInterval(tell, TELL_MS)
    lag.enable()
    const around = Promise.all([killAndStart(trouble), changeWeather(trouble), office.administer()])
    await Promise.all([office.work(), around]).finally(() => clearInterval(telling))
    const [kills] = await around
    lag.disable()
    say(
      `All ${accepted.length} accepted after ${seconds()} s; the portal kept nobody waiting longer than ${Math.round(lag.max / 1e6)} ms`,
    )
    storm.clear()
    const fired = storm.fired()
    const missing = storm.missing()
    // Whoever was signed out comes back to his cards; what waited for him goes.
    await look()
    await Promise.all(people.map((person) => person.signIn()))
    await settle(outbox, patience, say)
    const again = await sendRefusedAgain(stage, outbox, patience, say)
    for (const press of accepted) press.isAgain = again.has(press.key)
    await stage.server.stop()
    const ended = outbox.ended()
    const dropped = outbox.givenUp()
    const heard = outbox.attempts().map((key): [string, string[]] => [`attempt ${key}`, [key]])
    outbox.close()
    journal.leave()
    const check = await compareWithPortal(stage, folder, scaledTime(began, scale))
    say(`${check.rows} rows of the copy compared`)
    const copyDiffers = check.differences.map(
      ({ table, key, what, columns }) => `${table} ${key}: ${what} ${columns.join()}`,
    )
    const verdict = judge(accepted, new Map([...journal.seen, ...heard]), dropped)
    isKept = Object.values(verdict).some((list) => list.length > 0) || copyDiffers.length > 0
    return { writes: accepted.length, kills, seconds: seconds(), fired, missing, verdict, ended, copyDiffers }
  } finally {
    await stage.close()
    if (!isKept) rmSync(folder, { recursive: true })
  }
}

/** What there is to press about, and the portal's journal of what comes of it. */
async function readStage({ sandbox: { portal, url }, serverUrl, file }: Stage, seed: number) {
  const map = await schemaMapIn(file)
  const { request, offer, carrier } = map.processes
  const marked = new Map([
    [request.entityTypeId, { kind: 'request', field: request.fields.LOST_COMMENT!.name }],
    [carrier.entityTypeId, { kind: 'carrier', field: carrier.fields.FREE_PLACE!.name }],
    [4, { kind: 'company', field: 'title' }],
  ])
  const parent = `parentId${request.entityTypeId}`
  const journal = keepJournal(portal, marked, { typeId: offer.entityTypeId, parent })
  const rowsOf = (typeId: number, where: string) =>
    portal.state.db
      .prepare(`SELECT id, company_id AS companyId FROM item WHERE entity_type_id = ? AND ${where} ORDER BY id`)
      .all(typeId) as { id: number; companyId: number }[]
  const requestIds = rowsOf(request.entityTypeId, `stage_semantics = 'P'`).map(({ id }) => id)
  const carriers = rowsOf(carrier.entityTypeId, 'company_id IS NOT NULL')
    .slice(0, 40)
    .map(({ id, companyId }) => ({ carrierId: id, companyId }))
  const placementId = portal.placements(`CRM_DYNAMIC_${request.entityTypeId}_DETAIL_TAB`)[0]!.id
  const personWorld = { portalUrl: url, serverUrl, requestTypeId: request.entityTypeId, placementId, requestIds }
  return { requestIds, deal: createDealer({ map, carriers }, seed), journal, personWorld }
}

type Outbox = ReturnType<typeof readOutbox>

/** Waits until nothing is on its way any more. Throws when nothing moves. */
async function settle(outbox: Outbox, patience: number, say: (sentence: string) => void): Promise<void> {
  const began = Date.now()
  let movedAt = began
  let before = 0
  for (let open = outbox.open(); open > 0; open = outbox.open()) {
    if (open !== before) movedAt = Date.now()
    before = open
    if (Date.now() - movedAt > SETTLE_LIMIT_MS * patience)
      throw new Error(`${open} writes did not settle: ${JSON.stringify(outbox.waiting())}`)
    await sleep(250)
  }
  say(`Settled ${Math.round((Date.now() - began) / 1000)} s later`)
}

/** As the administrator would: what was refused goes once more where that makes sense. Returns the keys of what was. */
async function sendRefusedAgain(
  stage: Stage,
  outbox: Outbox,
  patience: number,
  say: (sentence: string) => void,
): Promise<Set<string>> {
  const again = new Set<string>()
  for (let round = 0; round < AGAIN_ROUNDS && outbox.refusedKeys().length > 0; round += 1) {
    for (const key of outbox.refusedKeys()) again.add(key)
    const sent = await lookThroughRefused(stage.sandbox.url, stage.serverUrl, CLIENT_ID)
    say(`${sent} refused writes sent again`)
    await settle(outbox, patience, say)
    if (sent === 0) break
  }
  return again
}

/** Brings the copy up to date as the server does, and compares every row of it with the portal. */
async function compareWithPortal(stage: Stage, folder: string, time: ReturnType<typeof scaledTime>) {
  const { memberId } = stage.sandbox
  const context = await createContext(readConfig(stage.environment), { time })
  try {
    await context.drain(memberId)
    await context.reconcile(memberId)
    const scratchFile = join(folder, 'second-copy.db')
    const options = { now: time.now, scratchFile, settle: async () => undefined }
    return await checkCopy(await context.openCopy(memberId), options)
  } finally {
    await context.close()
  }
}
