import type { Portal } from '../portal.ts'
import type { SmartType } from '../state/types.ts'
import { invalidArgument } from './errors.ts'
import { anyCase, isYes, toInteger, toMap, toText, type Params } from './params.ts'
import { nativeTypes } from './standard-fields.ts'
import { flagNames } from './type-flags.ts'
import { asList } from './values.ts'

/** The first number a portal gives to a smart process when none is asked for. */
const firstEntityTypeId = 1030

export const isAllowedEntityTypeId = (id: number): boolean =>
  id % 2 === 0 && ((id >= 128 && id <= 192) || id >= firstEntityTypeId) && id < 100_000

export function nextEntityTypeId(portal: Portal): number {
  const taken = new Set(portal.types.list().map((type) => type.entityTypeId))
  let id = firstEntityTypeId
  while (taken.has(id)) id += 2
  return id
}

/** The switches named in the request, over those the type has. */
export function readFlags(fields: Params, before: SmartType['flags']): SmartType['flags'] {
  const flags = { ...before }
  for (const name of flagNames) if (fields[name] !== undefined) flags[name] = isYes(fields[name]) ? 'Y' : 'N'
  return flags
}

export function readLinked(fields: Params, before: Record<string, string>): Record<string, string> {
  const linked = { ...before }
  for (const [name, value] of Object.entries(toMap(fields['linkedUserFields'])))
    linked[name] = toText(value) === 'true' ? 'Y' : 'N'
  return linked
}

/**
 * Replaces the type's relations by those of the request; a side that is not named stays. Flags here are the words
 * "true" and "false", not Y and N. Throws for a type that does not exist.
 */
export function writeRelations(portal: Portal, type: SmartType, fields: Params): void {
  const relations = toMap(fields['relations'])
  for (const side of ['parent', 'child'] as const) {
    if (relations[side] === undefined) continue
    const wanted = asList(relations[side]).map((entry) => readRelation(portal, toMap(entry)))
    for (const known of portal.state.types.relations()) {
      const [own, other] =
        side === 'parent' ? [known.childTypeId, known.parentTypeId] : [known.parentTypeId, known.childTypeId]
      if (own === type.entityTypeId && !wanted.some((relation) => relation.entityTypeId === other))
        portal.state.types.unrelate(known.parentTypeId, known.childTypeId)
    }
    for (const relation of wanted)
      if (side === 'parent') portal.state.types.relate(relation.entityTypeId, type.entityTypeId, relation.isListEnabled)
      else portal.state.types.relate(type.entityTypeId, relation.entityTypeId, relation.isListEnabled)
  }
}

function readRelation(portal: Portal, entry: Params): { entityTypeId: number; isListEnabled: boolean } {
  const entityTypeId = toInteger(anyCase(entry, 'entityTypeId'))
  if (entityTypeId === null || !(nativeTypes.includes(entityTypeId) || portal.types.get(entityTypeId)))
    throw invalidArgument('relations: entityTypeId is out of allowed range')
  return { entityTypeId, isListEnabled: toText(anyCase(entry, 'isChildrenListEnabled')) === 'true' }
}
