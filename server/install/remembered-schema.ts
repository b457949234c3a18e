import type { PortalClient } from '../portal/portal-client.ts'
import { PROCESS_NAMES, type ProcessName } from '../portal/schema-map.ts'

/**
 * A smart process has no code of its own on the platform: which one is which is kept in the app's options. `ours`
 * are those we created.
 */
export interface RememberedSchema {
  types: Partial<Record<ProcessName, number>>
  ours: ProcessName[]
}

const OPTION = 'reis_schema'

export async function readRememberedSchema(client: PortalClient): Promise<RememberedSchema> {
  const { result } = await client.call<unknown>('app.option.get', { option: OPTION })
  // One option is answered as itself by some builds and inside a map by others.
  const text = typeof result === 'object' && result !== null ? (result as Record<string, unknown>)[OPTION] : result
  const remembered: RememberedSchema = { types: {}, ours: [] }
  const parsed = parse(text)
  for (const name of PROCESS_NAMES) {
    const entityTypeId = Number(parsed.types?.[name])
    if (Number.isInteger(entityTypeId) && entityTypeId > 0) remembered.types[name] = entityTypeId
    if (Array.isArray(parsed.ours) && parsed.ours.includes(name)) remembered.ours.push(name)
  }
  return remembered
}

function parse(text: unknown): { types?: Record<string, unknown>; ours?: unknown } {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Somebody else wrote the option: what is there is not ours.
    return {}
  }
}

export async function rememberSchema(client: PortalClient, schema: RememberedSchema): Promise<void> {
  await client.call('app.option.set', { options: { [OPTION]: JSON.stringify(schema) } })
}
