import { Agent, request as send } from 'node:http'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { knownScopes } from '../../sandbox/rules/scopes.ts'
import type { Sandbox } from '../../sandbox/server.ts'
import { malformedRequests, type MalformedRequest } from '../support/malformed-requests.ts'
import { post, startTiny, testApp } from '../support/tiny-portal.ts'
import { tiny } from '../support/tiny-seed.ts'

/** More of them, and others: FUZZ_REQUESTS, FUZZ_SEED. */
const count = Number(process.env['FUZZ_REQUESTS'] ?? 20_000)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_251_124)
const atOnce = 8
/** Success, or a refusal the vendor has; 504 is what a batch gets that takes longer than a minute. */
const foreseen = [200, 400, 401, 403, 404, 405, 429, 504]

let sandbox: Sandbox
let token: string
const statuses = new Map<number, number>()
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })

beforeAll(async () => {
  sandbox = await startTiny({
    app: { ...testApp, scope: knownScopes },
    limits: { perSecond: Infinity, operatingSeconds: Infinity },
  })
  token = sandbox.portal.issueToken(tiny.manager).accessToken
})

afterAll(async () => {
  agent.destroy()
  await sandbox.close()
})

/** Null when the request got a foreseen answer. */
async function complaint(request: MalformedRequest): Promise<string | null> {
  const query = [encode(request.query), request.byToken ? `auth=${token}` : ''].filter(Boolean).join('&')
  const base = request.byToken ? `${sandbox.url}/rest/` : sandbox.webhookUrl
  // A path such as `..` leads out of the REST part, as it would in a browser.
  const address = new URL(`${base}${request.path}?${query}`)
  const answer = await exchange(address, request)
  const { text } = answer
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
  if (!foreseen.includes(answer.status) && !(answer.status === 302 && address.pathname === '/'))
    return `${answer.status} ${describe(request)}`
  if (answer.status === 504 || !address.pathname.startsWith('/rest/')) return null
  const body = JSON.parse(text) as Record<string, unknown>
  const isWhole = answer.status === 200 ? 'result' in body : 'error' in body && 'error_description' in body
  return isWhole ? null : `${text.slice(0, 100)} to ${describe(request)}`
}

/** `fetch` would take three times as long. */
function exchange(address: URL, { verb, type, body }: MalformedRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = verb === 'GET' ? Buffer.alloc(0) : Buffer.from(body)
    const headers = { 'content-length': sent.length, ...(type === '' ? {} : { 'content-type': type }) }
    const going = send(address, { method: verb, agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    going.on('error', reject)
    going.end(sent)
  })
}

/** Longer addresses are refused by the web server before the portal sees them. */
const longestQuery = 6000

/** What an address cannot hold is escaped, all else goes as it is, escapes cut in the middle too. */
const encode = (text: string): string =>
  text
    .replaceAll(/[^\x21-\x7e]|[#?]/gu, (character) => encodeURIComponent(character.replace(/[\ud800-\udfff]/u, '?')))
    .slice(0, longestQuery)

const describe = (request: MalformedRequest): string => JSON.stringify(request).slice(0, 400)

test(
  `${count} malformed requests (seed ${seed}) get the vendor’s errors, and the portal goes on answering`,
  { timeout: 600_000 },
  async () => {
    const failures = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const requests = fc.sample(malformedRequests([...sandbox.portal.methods.keys()]), { numRuns: count, seed })
    const complaints: string[] = []
    let next = 0
    const worker = async (): Promise<void> => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        const wrong = await complaint(request)
        if (wrong !== null) complaints.push(wrong)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    // Both kinds must be among them, or nothing was tried.
    for (const status of [200, 400, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(count / 50)
    expect(complaints.slice(0, 5)).toEqual([])
    expect(failures.mock.calls.slice(0, 3)).toEqual([])
    failures.mockRestore()
    expect(await post(`${sandbox.webhookUrl}server.time`)).toMatchObject({ status: 200 })
    expect(await post(`${sandbox.webhookUrl}user.get`, { ID: tiny.manager })).toMatchObject({ body: { total: 1 } })
  },
)
