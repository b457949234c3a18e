import type { Sandbox } from '../../sandbox/server.ts'
import type { MakeSeed, SeedReach } from '../../sandbox/seeds/seed.ts'
import { callAs, post, type RawAnswer } from './tiny-portal.ts'
import { makeTiny, tiny } from './tiny-seed.ts'
import type { WorkingRequest } from './working-requests.ts'

/** What a method refused with. */
export interface Provoked {
  method: string
  code: string
  text: string
}

type Params = Record<string, unknown>

/** People who may less than the four of the tiny portal. */
export const stranger = 5
export const outsider = 6
export const careful = 7

/** The tiny portal with one who may not enter CRM, one from outside the company, and one who may not win. */
export const makeStrict: MakeSeed = (options) => {
  const seed = makeTiny(options)
  const types = [tiny.leads, tiny.deals, tiny.contacts, tiny.companies, tiny.requests, tiny.offers]
  const nothing = Object.fromEntries(types.map((type): [number, SeedReach] => [type, 'none']))
  const person = (id: number, lastName: string, departmentIds: number[]) => ({
    id,
    name: 'Иван',
    lastName,
    email: `user${id}@reis.example`,
    workPosition: 'Стажёр',
    departmentIds,
  })
  return {
    ...seed,
    users: [
      ...seed.users,
      person(stranger, 'Новый', [4]),
      person(outsider, 'Внешний', []),
      person(careful, 'Осторожный', [5]),
    ],
    departments: [
      ...seed.departments,
      ...['Стажёры', 'Приёмка'].map((name, at) => ({ id: 4 + at, name, parentId: 1, headId: null })),
    ],
    rights: [
      ...seed.rights,
      { departmentId: 4, read: nothing, write: nothing },
      { departmentId: 5, read: {}, write: { [tiny.requests]: 'all' }, moves: { [tiny.requests]: ['DT1036_10:NEW'] } },
    ],
  }
}

/** Values no honest caller sends, put in the place of every parameter in turn. */
const nonsense: unknown[] = [999_999, 0, '', 'нет такого', [], { x: 'y' }]
const deepest = 2

/** The request with each of its parameters, at any depth, taken away or replaced by nonsense. */
export function* spoiled(params: unknown, depth = 0): Generator<Params> {
  if (typeof params !== 'object' || params === null || depth > deepest) return
  for (const [name, value] of Object.entries(params as Params)) {
    const { [name]: _gone, ...others } = params as Params
    yield others
    for (const wrong of nonsense) yield { ...(params as Params), [name]: wrong }
    if (Array.isArray(value)) continue
    for (const inner of spoiled(value, depth + 1)) yield { ...(params as Params), [name]: inner }
  }
}

/**
 * Sends a working request as it should not be sent: by people who may not, spoiled in every parameter, twice, by a
 * webhook, by one with a wrong code, and by nobody.
 */
export async function provoke(sandbox: Sandbox, { method, params }: WorkingRequest): Promise<Provoked[]> {
  const found: Provoked[] = []
  const note = (answer: RawAnswer): void => void found.push(...refusalsIn(method, answer))
  for (const person of [stranger, outsider]) note(await callAs(sandbox, person, method, params))
  // One token for all of them: there are thousands.
  const { accessToken: auth } = sandbox.portal.issueToken(tiny.admin)
  const address = `${sandbox.url}/rest/${method}`
  for (const wrong of spoiled(params)) note(await post(address, { ...wrong, auth }))
  for (let at = 0; at < 2; at += 1) note(await post(address, { ...params, auth }))
  note(await post(`${sandbox.webhookUrl}${method}`, params))
  note(await post(`${sandbox.url}/rest/1/wrong/${method}`, params))
  note(await post(`${sandbox.url}/rest/${method}`, params))
  return found
}

/** The complaints in an answer; some modules put theirs inside a successful one, one for each row. */
export function refusalsIn(method: string, { status, body }: RawAnswer): Provoked[] {
  const complaint = (row: Params): Provoked => ({
    method,
    code: String(row['error']),
    text: String(row['error_description'] ?? ''),
  })
  if (status >= 400 || body.error !== undefined) return [complaint(body)]
  const result = body.result as Params | null | undefined
  if (typeof result !== 'object' || result === null) return []
  const errors = Object.values((result['result_error'] as Params | undefined) ?? {})
  const rows = [result, ...errors, ...(Array.isArray(result['items']) ? result['items'] : [])] as Params[]
  return rows.filter((row) => row['error'] !== undefined).map(complaint)
}

/** `The Requisite with ID '60' …` of an example and `… '7' …` of an answer say the same. */
const plain = (text: string): string =>
  text
    .replaceAll(/\d+|\{\w+\}|'[^']*'|"[^"]*"/g, '#')
    .replace(/\.$/, '')
    .toLowerCase()

/** Whether an answer gave the documented code, or the words that the page puts in its place (cut where it cuts them). */
export function isOf(documented: string, { code, text }: Provoked): boolean {
  if (code.toLowerCase() === documented.toLowerCase()) return true
  if (!/\s/.test(documented)) return false
  // A list of complaints stands as «- one - another».
  const complaints = documented.split(/(?:^| )- /).filter((one) => one !== '')
  return complaints.some((complaint) => [code, text].some((one) => plain(one).startsWith(plain(complaint))))
}
