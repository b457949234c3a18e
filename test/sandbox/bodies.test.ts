import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromForm, toForm } from '../../sandbox/rules/form.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { post, read, startTiny } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startTiny()
})

afterAll(() => sandbox.close())

const send = async (method: string, body: string, type = 'application/json') =>
  read(await fetch(`${sandbox.webhookUrl}${method}`, { method: 'POST', headers: { 'content-type': type }, body }))

const name = fc.stringMatching(/^[A-Za-z_>=!%@][A-Za-z0-9_>=!%@]{0,10}$/)
const leaf = fc.string({ minLength: 1, maxLength: 12 })

test('what is written in the PHP spelling is read back as it was', () => {
  const tree = fc.dictionary(
    name,
    fc.oneof(
      leaf,
      fc.array(leaf, { minLength: 1, maxLength: 4 }),
      fc.dictionary(name, leaf, { minKeys: 1, maxKeys: 3 }),
    ),
    { maxKeys: 5 },
  )
  fc.assert(
    fc.property(tree, (value) => {
      expect(JSON.parse(JSON.stringify(fromForm(toForm(value))))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('any text whatever is read without a failure', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(typeof fromForm(text)).toBe('object')
    }),
    { numRuns: 500 },
  )
})

test('keys that would reach into the language itself stay plain keys or vanish', () => {
  const read = fromForm('__proto__[isAdmin]=1&constructor[prototype][isAdmin]=1&a[__proto__][x]=1')
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined()
  expect(JSON.stringify(read)).not.toContain('"x"')
})

test.each([
  ['broken JSON', '{"entityTypeId":1036', 'application/json', '100'],
  ['a JSON text', '"entityTypeId"', 'application/json', '100'],
  ['a JSON null', 'null', 'application/json', '100'],
  ['JSON under another content type', '{"entityTypeId":1036}', 'text/plain', '100'],
  ['brackets without end', 'entityTypeId[=1036&[[]]=2', 'application/x-www-form-urlencoded', '100'],
  ['a map for an id', 'entityTypeId[a]=1036', 'application/x-www-form-urlencoded', 'INVALID_ARG_VALUE'],
  ['a negative id', '{"entityTypeId":-5}', 'application/json', 'NOT_FOUND'],
  ['an id beyond all bounds', '{"entityTypeId":1e300}', 'application/json', 'INVALID_ARG_VALUE'],
  ['half a percent sign', 'entityTypeId=%E0%A4%A', 'application/x-www-form-urlencoded', 'INVALID_ARG_VALUE'],
])('%s gets the vendor’s error', async (_what, body, type, code) => {
  const answer = await send('crm.item.list', body, type)
  expect(answer).toMatchObject({ status: 400, body: { error: code } })
})

test.each([
  { filter: 'all' },
  { filter: { 0: 'x', logic: ['OR'] } },
  { filter: { '>>id': 1 } },
  { filter: { id: { deep: { deeper: 1 } } } },
  { filter: { '>id': null } },
  { filter: { '%title': { a: 1 } } },
  { filter: { "title' OR 1=1 --": 1 } },
  { order: { id: 'SIDEWAYS' } },
  { order: [['id', 'ASC']] },
  { select: { a: { b: 'id' } } },
  { start: 'soon' },
  { start: 1e20 },
])('a list asked with %j is answered or refused, never broken', async (params) => {
  const { status } = await post(`${sandbox.webhookUrl}crm.item.list`, { entityTypeId: tiny.requests, ...params })
  expect([200, 400]).toContain(status)
})

test('a body of ten megabytes is answered', async () => {
  const answer = await send(
    'crm.item.list',
    JSON.stringify({ entityTypeId: tiny.requests, junk: 'x'.repeat(10_000_000) }),
  )
  expect(answer.status).toBe(200)
})

test('random parameters never break a method', async () => {
  const { portal } = sandbox
  const reads = [...portal.methods.values()].filter((method) => method.isWrite !== true && method.name !== 'batch')
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.object({ maxDepth: 2 }))
  const params = fc.dictionary(
    fc.constantFrom(
      'entityTypeId',
      'id',
      'ID',
      'filter',
      'FILTER',
      'order',
      'select',
      'start',
      'moduleId',
      'type',
      'values',
    ),
    value,
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...reads), params, async (method, random) => {
      const { status } = await post(`${sandbox.webhookUrl}${method.name}`, {
        entityTypeId: 1036,
        moduleId: 'crm',
        ...random,
      })
      expect({ method: method.name, status }).not.toMatchObject({ status: 500 })
    }),
    { numRuns: 400 },
  )
})
