import { robotDefinitions } from '../../portal/robots.ts'
import type { Step } from '../fitting.ts'
import { callAll } from '../portal-lists.ts'

const KINDS = ['robot', 'activity'] as const

/** Registers the four actions as robots and as actions of business processes; what stands is brought up to date. */
export const fitRobots: Step = async ({ client, publicUrl }) => {
  const { result: scopes } = await client.call<unknown>('scope')
  if (!Array.isArray(scopes) || !scopes.includes('bizproc')) return { created: 0, found: 0 }
  const wanted = robotDefinitions(publicUrl, client.userId)
  let [created, found] = [0, 0]
  for (const kind of KINDS) {
    const { result } = await client.call<unknown>(`bizproc.${kind}.list`)
    const known = new Set(Array.isArray(result) ? result.map(String) : [])
    await callAll(
      client,
      Object.fromEntries(
        wanted.map(({ code, params }) => {
          const { CODE, ...fields } = params
          return known.has(code)
            ? [`${kind}${code}`, { method: `bizproc.${kind}.update`, params: { CODE, FIELDS: fields } }]
            : [`${kind}${code}`, { method: `bizproc.${kind}.add`, params }]
        }),
      ),
    )
    found += wanted.filter(({ code }) => known.has(code)).length
    created += wanted.filter(({ code }) => !known.has(code)).length
  }
  return { created, found }
}
