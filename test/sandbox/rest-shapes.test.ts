import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { coverage, deviations } from '../../sandbox/coverage.ts'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { differences, readShapes, shapesFile, without, type DocumentedMethod } from '../support/documented-shapes.ts'
import { callAs, startTiny, testApp, type RawAnswer } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'
import { workingRequests } from '../support/working-requests.ts'

/** One request with all it needs, and the same without each required parameter. */
interface Walked {
  method: string
  answer: RawAnswer
  documented: DocumentedMethod | undefined
  refusals: { parameter: string; answer: RawAnswer }[]
}

const shapes = readShapes()
/** The portal's general complaints of a missing parameter, which the pages of single methods do not repeat. */
const generalCodes = ['100', 'ERROR_ARGUMENT']
/** Names that belong to the portal the examples were taken from, and paging that depends on how much there is. */
const ofTheExample = /UF_CRM_\d|ufCrm_?\d|parentId\d|PARENT_ID_\d|<user_id>|^next$/

let sandbox: Sandbox
const walked: Walked[] = []

beforeAll(async () => {
  sandbox = await startTiny({ app: { ...testApp, scope: knownScopes } })
  const ask = (method: string, params: Record<string, unknown> = {}) => callAs(sandbox, tiny.admin, method, params)
  for (const { method, params } of await workingRequests(ask, sandbox)) {
    const documented = shapes?.get(method.toLowerCase())
    const refusals: Walked['refusals'] = []
    for (const { name, required } of documented?.params ?? []) {
      const less = required ? without(params, name) : null
      if (less) refusals.push({ parameter: name, answer: await ask(method, less) })
    }
    walked.push({ method, documented, refusals, answer: await ask(method, params) })
  }
})

afterAll(() => sandbox.close())

const isListed = (method: string, kind: 'paths' | 'parameters', name: string): boolean =>
  deviations.some(
    (row) =>
      row.method === method &&
      (row[kind] ?? []).some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : known === name)),
  )

/** Required parameters that are not refused in words the documentation knows. */
function unlikeRefusals({ method, documented, refusals }: Walked): string[] {
  const codes = [...(documented?.errors ?? []).map((error) => error.code), ...generalCodes]
  return refusals
    .filter(({ answer }) => !isAmong(codes, refusalIn(answer)))
    .map(({ parameter, answer }) => `${method} ${parameter}: ${answer.status} ${String(answer.body.error)}`)
}

/** Where the module gives no codes, its pages list the texts in their place. */
function isAmong(codes: string[], refusal: Record<string, unknown> | null): boolean {
  if (refusal === null) return false
  const text = String(refusal['error_description']).replace(/\.$/, '')
  return codes.includes(String(refusal['error'])) || (refusal['error'] === '' && codes.includes(text))
}

/** The complaint in an answer; the connectors' stands inside a successful one. */
function refusalIn({ status, body }: RawAnswer): Record<string, unknown> | null {
  if (status >= 400) return body
  const inner = body.result as Record<string, unknown> | null
  return typeof inner === 'object' && inner !== null && 'error' in inner ? inner : null
}

const unlikeKeys = ({ answer, documented }: Walked) =>
  differences(answer.body, documented?.responseShape ?? {}).filter(({ path }) => !ofTheExample.test(path))

test('there is a working request for every method', () => {
  expect(walked.map((one) => one.method).sort()).toEqual(coverage.map((row) => row.method).sort())
  const failed = walked.filter((one) => one.answer.status !== 200)
  expect(failed.map((one) => [one.method, one.answer.body])).toEqual([])
})

test('documented parameters are required, documented keys are there with documented types, all else is listed', (context) => {
  if (shapes === null) {
    console.warn(`The documented shapes are not at ${shapesFile} (REST_SHAPES), so nothing was held against them.`)
    return
  }
  context.annotate(`held against ${shapes.size} documented methods`)
  const refusals = walked.flatMap((one) =>
    unlikeRefusals(one).filter((line) => !isListed(one.method, 'parameters', parameterOf(line))),
  )
  const keys = walked.flatMap((one) =>
    unlikeKeys(one)
      .filter(({ path }) => !isListed(one.method, 'paths', path))
      .map(({ path, what }) => `${one.method} ${path}: ${what}`),
  )
  expect({ refusals, keys }).toEqual({ refusals: [], keys: [] })
  expect(walked.filter((one) => one.documented).length).toBeGreaterThan(220)
  expect(unneeded()).toEqual([])
})

test('a method the shapes do not have names in its file the page it was written from', () => {
  if (shapes === null) return
  const folder = new URL('../../sandbox/methods/', import.meta.url)
  const silent = coverage
    .map((row) => row.method)
    .filter((method) => !shapes.has(method.toLowerCase()))
    .filter((method) => !readFileSync(new URL(`${method}.ts`, folder), 'utf8').includes('https://apidocs.bitrix24'))
  expect(silent).toEqual([])
})

const parameterOf = (line: string): string => /^\S+ ([^:]+):/.exec(line)?.[1] ?? ''

/** Deviations that are listed and are none any more. */
function unneeded(): string[] {
  const parameters = walked.flatMap((one) => unlikeRefusals(one).map((line) => `${one.method} ${parameterOf(line)}`))
  const keys = walked.flatMap((one) => unlikeKeys(one).map(({ path }) => `${one.method} ${path}`))
  const matches = (known: string, all: string[]): boolean =>
    known.endsWith('*') ? all.some((one) => one.startsWith(known.slice(0, -1))) : all.includes(known)
  return deviations.flatMap((row) => [
    ...(row.parameters ?? []).filter((name) => !matches(`${row.method} ${name}`, parameters)),
    ...(row.paths ?? []).filter((path) => !matches(`${row.method} ${path}`, keys)),
  ])
}

test('a difference from a documented shape is seen: a lost key, another type; an empty list and a null are none', () => {
  const shape = { 'result.items[].id': 'integer', 'result.map.{}.title': 'string', 'result.a\\.b': 'boolean' }
  const answer = { result: { items: [{ id: '1' }], map: { 7: {}, 8: { title: 'x' } }, 'a.b': true } }
  expect(differences(answer, shape)).toEqual([{ path: 'result.items[].id', what: 'string instead of integer' }])
  expect(differences({ result: { items: [{ no: 1 }] } }, shape).map((one) => one.path)).toEqual([
    'result.items[].id',
    'result.a\\.b',
  ])
  expect(differences({ result: { items: [], map: null, 'a.b': null } }, shape)).toEqual([])
})
