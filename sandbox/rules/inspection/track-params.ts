import type { Params } from '../params.ts'

/** What every call may carry whatever its method: pages, the caller's queue name, and what the SDK adds of itself. */
const everywhere = /^(?:auth|auth_connector|start|sessid|halt|cmd|bx24_.*)$/i

/**
 * The same parameters, which remember who asked for them. What a method never looked at, it does not know: that is
 * what the real portal drops without a word.
 */
export function trackParams(params: Params): { tracked: Params; unread(): string[] } {
  const read = new Set<string>()
  const tracked = new Proxy(params, {
    get(target, name, receiver) {
      if (typeof name === 'string') read.add(name)
      return Reflect.get(target, name, receiver) as unknown
    },
    has(target, name) {
      if (typeof name === 'string') read.add(name)
      return Reflect.has(target, name)
    },
  })
  return { tracked, unread: () => Object.keys(params).filter((name) => !read.has(name) && !everywhere.test(name)) }
}
