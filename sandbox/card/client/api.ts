import { page } from './page.ts'

/** The server's own sentence about what went wrong. */
export class PortalError extends Error {}

/** Asks the portal's page server; `viewerId` goes along, so that two windows may show two people. */
export async function ask<Answer>(path: string, query: Record<string, string> = {}): Promise<Answer> {
  const search = new URLSearchParams({ ...query, viewerId: String(page().viewerId), lang: page().language })
  return readAnswer<Answer>(await fetch(`/sandbox/${path}?${search}`))
}

/** Sends JSON to the portal's page server on behalf of the person this page was opened by. */
export async function send<Answer>(path: string, body: Record<string, unknown> = {}): Promise<Answer> {
  const { viewerId, language } = page()
  const payload = { viewerId, language, ...body }
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }
  return readAnswer<Answer>(await fetch(`/sandbox/${path}?lang=${language}`, init))
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json()) as Answer & { error?: string }
  if (!response.ok) throw new PortalError(answer.error ?? String(response.status))
  return answer
}
