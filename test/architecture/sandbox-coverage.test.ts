import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverage } from '../../sandbox/coverage.ts'
import { testedFamilies } from '../../sandbox/coverage-tests.ts'
import { loadRegistry } from '../../sandbox/rules/registry.ts'

const files = readdirSync(new URL('../../sandbox/methods/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''))

test('the table of methods lists exactly the methods there are, each once', () => {
  expect(coverage.map((row) => row.method).sort()).toEqual(files.sort())
})

test('a method that is not whole says what is missing, and a whole one has nothing to say', () => {
  const wrong = coverage.filter((row) => (row.gap !== '') !== (row.status === 'partial'))
  expect(wrong).toEqual([])
})

test('every method is called by the name of its file and can be run', async () => {
  const registry = await loadRegistry()
  expect([...registry.values()].map((method) => method.name).sort()).toEqual(files.sort())
  expect([...registry.values()].filter((method) => typeof method.run !== 'function')).toEqual([])
})

const textOf = (test: string): string => readFileSync(new URL(`../sandbox/${test}.test.ts`, import.meta.url), 'utf8')

test('every method says which tests hold it, and those tests are there', () => {
  const tests = new Set(coverage.flatMap((row) => row.testedBy))
  expect([...tests].map((name) => textOf(name).length > 0)).not.toContain(false)
  expect(coverage.filter((row) => row.testedBy.length < 2)).toEqual([])
})

test('a test named for a family of methods speaks of that family', () => {
  const silent = Object.entries(testedFamilies).flatMap(([family, tests]) =>
    tests.filter((name) => !textOf(name).includes(family)).map((name) => `${family} in ${name}`),
  )
  expect(silent).toEqual([])
})
