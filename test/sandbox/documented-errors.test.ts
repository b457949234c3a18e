import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentErrors } from '../../sandbox/coverage-errors.ts'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { readShapes, readSystemErrors, shapesFile } from '../support/documented-shapes.ts'
import { isOf, makeStrict, provoke, type Provoked } from '../support/provocations.ts'
import { targetedRefusals } from '../support/targeted-provocations.ts'
import { callAs, post, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'
import { workingRequests } from '../support/working-requests.ts'

const shapes = readShapes()
let sandbox: Sandbox | undefined
const heard = new Map<string, Provoked[]>()

const note = (refusals: Provoked[]): void => {
  for (const one of refusals) {
    const key = one.method.toLowerCase()
    heard.set(key, [...(heard.get(key) ?? []), one])
  }
}

beforeAll(async () => {
  if (shapes === null) return
  sandbox = await startTiny({ seed: makeStrict, app: { ...testApp, scope: knownScopes } })
  const own = sandbox
  const ask = (method: string, params: Record<string, unknown> = {}) => callAs(own, tiny.admin, method, params)
  for (const request of await workingRequests(ask, own)) note(await provoke(own, request))
  note(await targetedRefusals())
}, 600_000)

afterAll(() => sandbox?.close())

const isSilent = (method: string, code: string): boolean =>
  silentErrors.some(
    (row) => row.methods.includes(method) && (row.code === code || (/\s/.test(row.code) && code.startsWith(row.code))),
  )

test('every documented refusal can be provoked, or is listed with the reason why not', (context) => {
  if (shapes === null) {
    console.warn(`The documented shapes are not at ${shapesFile} (REST_SHAPES), so no refusal was held against them.`)
    return
  }
  let documented = 0
  let provoked = 0
  const absent: string[] = []
  const unneeded: string[] = []
  for (const { method, errors } of shapes.values())
    for (const { code } of errors) {
      documented += 1
      const isHeard = heard.get(method.toLowerCase())?.some((one) => isOf(code, one)) === true
      if (isHeard) provoked += 1
      if (!isHeard && !isSilent(method, code)) absent.push(`${method} ${code}`)
      if (isHeard && isSilent(method, code)) unneeded.push(`${method} ${code}`)
    }
  const count = `${provoked} of ${documented} documented refusals provoked, ${documented - provoked} listed with a reason`
  console.info(count)
  context.annotate(count)
  expect({ absent, unneeded }).toEqual({ absent: [], unneeded: [] })
})

test('what is listed as never given is documented', () => {
  if (shapes === null) return
  const unknown = silentErrors.flatMap(({ methods, code }) =>
    methods.filter(
      (method) => shapes.get(method.toLowerCase())?.errors.some((error) => error.code.startsWith(code)) !== true,
    ),
  )
  expect(unknown).toEqual([])
})

test('the errors any method may answer with can be ordered, with their status, for one method', async () => {
  for (const { status, code } of readSystemErrors() ?? []) {
    if (!sandbox) return
    const fault = { kind: 'refusal', method: 'server.time', status, code, times: 1 }
    await post(`${sandbox.url}/sandbox/faults`, { faults: [fault] })
    const struck = await post(`${sandbox.webhookUrl}server.time`)
    expect([struck.status, struck.body.error]).toEqual([status, code])
    expect((await post(`${sandbox.webhookUrl}server.time`)).status).toBe(200)
  }
})

test('no refusal is a failure of the portal itself', () => {
  const failures = [...heard.values()].flat().filter(({ code }) => code === 'INTERNAL_SERVER_ERROR')
  expect(failures).toEqual([])
})
