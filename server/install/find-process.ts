import { DICTIONARY } from '../portal/dictionary.ts'
import { PROCESS_NAMES, type ProcessName } from '../portal/schema-map.ts'
import { plainName } from './portal-lists.ts'

/** A smart process of the portal, as far as it helps to tell whether it is one of ours. */
export interface KnownType {
  typeId: number
  entityTypeId: number
  title: string
  /** Codes of its user fields: LOAD_PLACE of UF_CRM_5_LOAD_PLACE. */
  fieldCodes: ReadonlySet<string>
}

/** From this share of our field codes on, a process is taken for ours whatever it is called. */
const SAME_FIELDS = 0.6

/**
 * Which process of the portal is which of ours: by what was remembered, else by its field codes (the likest first),
 * else by its title. A process is never taken twice.
 */
export function findProcesses(
  types: readonly KnownType[],
  remembered: Partial<Record<ProcessName, number>>,
): Partial<Record<ProcessName, KnownType>> {
  const found: Partial<Record<ProcessName, KnownType>> = {}
  const free = new Set(types)
  const take = (name: ProcessName, type: KnownType | undefined) => {
    if (!type || found[name] || !free.delete(type)) return
    found[name] = type
  }
  for (const name of PROCESS_NAMES)
    take(
      name,
      types.find((type) => type.entityTypeId === remembered[name]),
    )

  const likeness = PROCESS_NAMES.flatMap((name) =>
    types.map((type) => ({ name, type, share: sharedFields(name, type) })),
  )
  for (const { name, type } of likeness.filter((one) => one.share >= SAME_FIELDS).toSorted((a, b) => b.share - a.share))
    take(name, type)

  for (const name of PROCESS_NAMES) {
    const titles = Object.values(DICTIONARY[name].title).map(plainName)
    take(
      name,
      types.find((type) => free.has(type) && titles.includes(plainName(type.title))),
    )
  }
  return found
}

function sharedFields(name: ProcessName, type: KnownType): number {
  const { fields } = DICTIONARY[name]
  return fields.filter((field) => type.fieldCodes.has(field.code)).length / fields.length
}
