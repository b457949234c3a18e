import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Who asks, as far as limits need to know. Behind a proxy of ours that is the last address it wrote; what stands
 * before it in the header was written by the caller himself.
 */
export function callerAddress(call: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? call.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(call).remote.address ?? 'unknown'
  } catch {
    // Called without a connection, as tests of routes do.
    return 'unknown'
  }
}
