import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../support/tiny-portal.ts'

let folder: string
const running: ChildProcess[] = []

/** A copy of the sandbox's folder and the packages; nothing else of this repository is there. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-alone-'))
  cpSync('sandbox', join(folder, 'sandbox'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})

afterAll(async () => {
  await Promise.all(
    running.map(
      (child) => new Promise((done) => (child.exitCode === null ? child.once('exit', done).kill() : done(0))),
    ),
  )
  rmSync(folder, { recursive: true })
})

/** Starts it as a command and waits for what it prints, or for its end. */
async function start(args: string[]): Promise<{ printed: Record<string, string>; complaint: string }> {
  const child = spawn('node', ['node_modules/tsx/dist/cli.mjs', 'sandbox/main.ts', '--port', '0', ...args], {
    cwd: folder,
  })
  running.push(child)
  let out = ''
  let complaint = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()))
  await new Promise<void>((done) => {
    child.once('exit', () => done())
    child.stdout.on('data', () => out.includes('member_id') && done())
  })
  const printed = Object.fromEntries(out.split('\n').map((line) => line.split(/\s+/).slice(0, 2) as [string, string]))
  return { printed, complaint }
}

test('taken out of this repository it starts by itself and prints an address, a webhook and an inspector that work', async () => {
  const faults = join(folder, 'faults.json')
  writeFileSync(faults, '{ "seed": 5, "faults": [{ "kind": "server-error", "method": "user.admin" }] }')
  const { printed } = await start(['--seed', 'small', '--faults', faults])
  expect((await post(`${printed['Webhook']}profile`)).status).toBe(200)
  expect((await post(`${printed['Webhook']}user.admin`)).status).toBe(500)
  const page = await fetch(printed['Inspector'] ?? '')
  expect(page.status).toBe(200)
  const script = /src="([^"]+inspector\.js[^"]*)"/.exec(await page.text())?.[1]
  expect((await fetch(`${printed['Portal']?.replace(/\/$/, '')}${script}`)).status).toBe(200)
  expect((await fetch(printed['Portal'] ?? '')).status).toBe(200)
})

test('the unlucky seed has its mixture on', async () => {
  const { printed } = await start(['--seed', 'unlucky', '--scale', '0.01'])
  const answer = await fetch(`${printed['Portal']}sandbox/faults`)
  const { faults } = (await answer.json()) as { faults: { kind: string }[] }
  expect(faults.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cut-after', 'event-lost', 'portal-gone']))
})

test('a file of faults that cannot be understood stops it with a sentence', async () => {
  const faults = join(folder, 'wrong.json')
  writeFileSync(faults, '{ "faults": [{ "kind": "latency", "delay": "long" }] }')
  const { printed, complaint } = await start(['--seed', 'small', '--faults', faults])
  expect(printed['Portal']).toBeUndefined()
  expect(complaint).toContain('faults[0].delay')
})
