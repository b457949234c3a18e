import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '../../cli/eval/history/read-history.ts'
import { rankHidden } from '../../cli/eval/ranking/rank-hidden.ts'
import { loadPlaceKnowledge } from '../../server/gazetteer.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let folder: string
beforeAll(async () => {
  world = await startWorld()
  folder = mkdtempSync(join(tmpdir(), 'reis-export-'))
}, 60_000)
afterAll(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'cli/export.ts', ...args], { encoding: 'utf8' })

test('a portal’s past is written beside the running server, can be ranked, and names nobody', () => {
  const { stdout, status } = run(folder, '--data', world.context.config.dataFolder)
  expect(status).toBe(0)
  const told = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>
  const { gazetteer } = loadPlaceKnowledge()
  const read = readHistory(folder, gazetteer)
  // Texts that nobody has recognised are written as they are, and told of by whoever reads them.
  expect(read.skipped.every(({ why }) => why.endsWith('is no place we know'))).toBe(true)
  const skippedOffers = read.skipped.filter(({ file }) => file === 'offers.tsv').length
  expect(read.history.offers.length + skippedOffers).toBe(told.offers)
  expect(read.history.orders.length).toBeGreaterThan(50)
  const figures = rankHidden(read.history, gazetteer)!
  expect(figures.ours.hit10).toBeGreaterThan(0)
  const all = ['carriers', 'directions', 'offers', 'orders'].map((name) =>
    readFileSync(join(folder, `${name}.tsv`), 'utf8'),
  )
  expect(all.join('')).not.toMatch(/ООО|ИП |\+7/)
})

test('a portal that is not there is told apart from a folder that is not there', () => {
  expect(run(folder, '--data', world.context.config.dataFolder, '--portal', 'nobody').stderr).toContain(
    'no portal "nobody"',
  )
  expect(run(folder, '--data', '/nowhere').stderr).toContain('no folder')
  expect(run().status).toBe(2)
})
