import { PortalError } from '../errors.ts'
import { BATCH_SIZE, type BatchCalls } from '../portal/batch.ts'
import type { CallAnswer, PortalClient } from '../portal/portal-client.ts'

export type Row = Record<string, unknown>

/** Rows of a list answer, in whichever envelope its family uses. */
export function rowsOf(result: unknown, key?: string): Row[] {
  const list = key && typeof result === 'object' && result !== null ? (result as Row)[key] : result
  const values: unknown[] = Array.isArray(list) ? list : typeof list === 'object' && list ? Object.values(list) : []
  return values.filter((value): value is Row => typeof value === 'object' && value !== null)
}

/** All pages of a list; schema lists are short. */
export async function readAllRows(client: PortalClient, method: string, params: Row, key?: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let start: number | undefined = 0; start !== undefined;) {
    const answer: CallAnswer = await client.call(method, { ...params, start })
    rows.push(...rowsOf(answer.result, key))
    start = answer.next !== undefined && answer.next > start ? answer.next : undefined
  }
  return rows
}

/** Calls any number of members, fifty a batch. Throws PortalError for the first that was refused. */
export async function callAll(client: PortalClient, calls: BatchCalls): Promise<Record<string, CallAnswer>> {
  const answers: Record<string, CallAnswer> = {}
  const entries = Object.entries(calls)
  for (let at = 0; at < entries.length; at += BATCH_SIZE) {
    const part = Object.fromEntries(entries.slice(at, at + BATCH_SIZE))
    for (const [key, answer] of Object.entries(await client.batch(part))) {
      if (!answer.ok)
        throw new PortalError(calls[key]!.method, answer.code, answer.status, { retryable: answer.status >= 429 })
      answers[key] = answer
    }
  }
  return answers
}

/** Names are compared without case, spaces at the ends and the dots of ё. */
export function plainName(name: unknown): string {
  return typeof name === 'string' ? name.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е') : ''
}
