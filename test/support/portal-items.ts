import { DICTIONARY } from '../../server/portal/dictionary.ts'
import { PROCESS_NAMES, type ProcessName, type SchemaMap } from '../../server/portal/schema-map.ts'
import { defaultMap } from './fake-portal.ts'

/** The default schema with what its stages mean, as the installer leaves it. */
export function fittedMap(): SchemaMap {
  const map = defaultMap()
  for (const name of PROCESS_NAMES) {
    const process = map.processes[name]
    const semantics = DICTIONARY[name].stages.map((stage) => [process.stages[stage.code]!, stage.semantics] as const)
    process.semantics = Object.fromEntries(semantics)
  }
  return map
}

/** Standard fields as `crm.item.list` gives them. */
export const STANDARD = {
  id: 77,
  title: 'Карточка',
  assignedById: 13,
  createdTime: '2026-11-20T12:00:00+03:00',
  updatedTime: '2026-11-22T15:30:00+03:00',
}

/** An item in the portal's own spelling, its user fields given by our codes. */
export function portalItem(
  map: SchemaMap,
  name: ProcessName,
  values: Record<string, unknown>,
  standard: Record<string, unknown> = {},
): Record<string, unknown> {
  const { fields } = map.processes[name]
  const own = Object.entries(values).map(([code, value]) => [fields[code]!.name, value])
  return { ...STANDARD, ...standard, ...Object.fromEntries(own) }
}

/** The portal's element id of our code. */
export function element(map: SchemaMap, name: ProcessName, field: string, code: string): number {
  return map.processes[name].fields[field]!.elements![code]!
}
