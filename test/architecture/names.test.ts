import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles, read, scriptOf } from './source-files.ts'

const files = projectFiles().filter((file) => existsSync(file))
const code = files.filter((file) =>
  /^(contract|typed|server|widgets|sandbox|cli|bench|test)\/.*\.(ts|vue|mjs)$/.test(file),
)

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|d|get|post|put|delete))?\.(ts|mjs)$/
// The second version of the bots' methods has parts in capitals: `imbot.v2.Chat.Message.send`.
const REST_METHOD = /^[a-z0-9]+(\.[A-Za-z][A-Za-z0-9]*)*\.ts$/
const VUE = /^[A-Z][A-Za-z0-9]+\.vue$/
const COMPOSABLE = /^use[A-Z][A-Za-z0-9]+(\.test)?\.ts$/

function isWellNamed(file: string): boolean {
  const name = basename(file)
  if (name.endsWith('.vue')) return VUE.test(name)
  if (file.startsWith('sandbox/methods/')) return REST_METHOD.test(name)
  if (/^(widgets|test\/unit\/widgets)\//.test(file) && name.startsWith('use')) return COMPOSABLE.test(name)
  return KEBAB.test(name)
}

test('a file is named by what it holds: kebab-case, PascalCase for components, useX for composables, the REST name for sandbox methods', () => {
  expect(code.filter((file) => !isWellNamed(file))).toEqual([])
})

test('no file is a drawer for whatever fits nowhere', () => {
  const drawer = /(^|\/)(utils?|helpers?|services?|managers?|misc|common|data2?)(\/|\.[a-z]+$)/
  expect(code.filter((file) => drawer.test(file))).toEqual([])
})

test('exports are named', () => {
  const sources = code.filter((file) => /^(contract|typed|server|widgets|sandbox)\//.test(file))
  expect(sources.filter((file) => /(^|\n)export default\b/.test(scriptOf(file)))).toEqual([])
})

test('no test is switched off or narrowed, and nothing named is left for later', () => {
  const marker = new RegExp(
    String.raw`\b(it|test|describe)\.(only|skip|todo)\b|\b(TO` + String.raw`DO|FIX` + String.raw`ME|XX` + `X)\\b`,
  )
  expect(code.filter((file) => file !== 'test/architecture/names.test.ts' && marker.test(read(file)))).toEqual([])
})

test('a file over 300 lines, a style sheet too, has a reason that is written down here', () => {
  const REASONS: Record<string, string> = {}
  const styles = files.filter((file) => /^(widgets|sandbox)\/.*\.css$/.test(file))
  const ours = code.filter((file) => !file.startsWith('test/'))
  const long = [...ours, ...styles].filter((file) => read(file).split('\n').length > 301)
  expect(long.filter((file) => !(file in REASONS))).toEqual([])
})
