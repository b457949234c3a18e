import type { Context } from 'hono'

export type Body = Record<string, unknown>

/** What a page's script has sent; anything but an object counts as nothing. */
export async function bodyOf(c: Context): Promise<Body> {
  const body = await c.req.json<unknown>().catch(() => null)
  return isRecord(body) ? body : {}
}

export function isRecord(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
