import { DICTIONARY, type FieldDefinition } from '../dictionary.ts'
import type { ProcessName } from '../schema-map.ts'
import { FIELD_WORDS } from './field-words.ts'
import type { PortalElement } from './guess-elements.ts'
import { holding } from './may-hold.ts'
import { plainWords } from './plain-words.ts'

/** A user field as the portal has it. */
export interface PortalField {
  /** UF_CRM_17_1598000000000 */
  name: string
  label: string
  type: string
  multiple: boolean
  elements: PortalElement[]
}

/** How a field was found: by our code in its name, by the very label we would give it, by words forwarders use. */
export type GuessedBy = 'code' | 'label' | 'words'

export interface FieldGuess {
  field: PortalField
  by: GuessedBy
}

/**
 * Which field of the portal says what each of ours says. A field is taken once, by whoever it fits best; a code that
 * is absent was found nowhere, or only in fields of types that cannot hold it.
 */
export function guessFields(name: ProcessName, fields: readonly PortalField[]): Record<string, FieldGuess> {
  const rated = DICTIONARY[name].fields.flatMap((definition, order) =>
    fields.flatMap((field) => {
      const worth = rate(name, definition, field)
      return worth ? [{ code: definition.code, field, order, ...worth }] : []
    }),
  )
  rated.sort((a, b) => b.score - a.score || a.order - b.order)
  const guesses: Record<string, FieldGuess> = {}
  const taken = new Set<string>()
  for (const { code, field, by } of rated) {
    if (guesses[code] || taken.has(field.name)) continue
    guesses[code] = { field, by }
    taken.add(field.name)
  }
  return guesses
}

function rate(
  name: ProcessName,
  definition: FieldDefinition,
  field: PortalField,
): { score: number; by: GuessedBy } | null {
  const held = holding(definition, field.type)
  if (held === null) return null
  const fit = -held - (definition.multiple === field.multiple ? 0 : 0.5)
  if (field.name.replace(/^UF_CRM_(?:\d+_)?/u, '') === definition.code) return { score: 100 + fit, by: 'code' }
  const words = plainWords(field.label)
  if (words === plainWords(definition.label.ru) || words === plainWords(definition.label.en))
    return { score: 50 + fit, by: 'label' }
  const patterns = (FIELD_WORDS[name] as Record<string, RegExp[]>)[definition.code] ?? []
  const at = patterns.findIndex((pattern) => pattern.test(words))
  return at < 0 ? null : { score: 20 - at * 3 + fit, by: 'words' }
}

/** Kilograms of ours in one of the portal's numbers: 1000 where its label speaks of tonnes. */
export function timesOf(code: string, label: string): number {
  if (code !== 'WEIGHT_KG' && code !== 'CAPACITY_KG') return 1
  const words = plainWords(label)
  if (/кг|kg|килог/u.test(words)) return 1
  return /(?:^|[^а-я])т(?:онн|\.|$|[^а-я])|тоннаж|tonne/u.test(words) ? 1000 : 1
}
