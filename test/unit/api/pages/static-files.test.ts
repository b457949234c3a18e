import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStaticFiles, type StaticFiles } from '../../../../server/api/pages/static-files.ts'

let folder: string
let answer: StaticFiles['answer']
const script = 'export const greeting = "Привет";'.repeat(100)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reis-static-'))
  mkdirSync(join(folder, 'built/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'not for the world')
  writeFileSync(join(folder, 'built/assets/main-a1B2c3D4.js'), script)
  writeFileSync(join(folder, 'built/theme.js'), script)
  answer = createStaticFiles(join(folder, 'built')).answer
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a hashed file is kept by browsers for ever, a plain one for minutes', async () => {
  const hashed = await answer('assets/main-a1B2c3D4.js', '')
  expect(hashed!.headers.get('cache-control')).toContain('immutable')
  expect((await answer('theme.js', ''))!.headers.get('cache-control')).toBe('public, max-age=300')
})

test('a browser gets the smallest form it can read', async () => {
  const brotli = (await answer('theme.js', 'gzip, deflate, br'))!
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(script)
  const gzip = (await answer('theme.js', 'gzip'))!
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(script)
  expect(await (await answer('theme.js', 'identity'))!.text()).toBe(script)
})

test('nothing outside the folder is handed out', async () => {
  for (const path of ['../secret.txt', 'assets/../../secret.txt', '/etc/passwd', 'theme.js\0', '', 'absent.js'])
    expect(await answer(path, '')).toBeNull()
})
