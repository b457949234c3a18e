import type { Portal } from '../portal.ts'
import type { SmartType } from '../state/types.ts'
import { flagNames } from './type-flags.ts'
import { formatInstant } from './time.ts'

/** A smart process as `crm.type.list` answers it. */
export function printType(type: SmartType): Record<string, unknown> {
  return {
    id: type.id,
    title: type.title,
    code: type.code,
    createdBy: type.createdBy,
    entityTypeId: type.entityTypeId,
    customSectionId: null,
    ...Object.fromEntries(flagNames.map((name) => [name, type.flags[name] ?? 'N'])),
    createdTime: formatInstant(type.createdTime),
    updatedTime: formatInstant(type.updatedTime),
    updatedBy: type.updatedBy,
  }
}

/** With its relations, as the methods of one type answer it. */
export function printTypeInFull(portal: Portal, type: SmartType): Record<string, unknown> {
  const relations = portal.state.types.relations()
  const print = (entityTypeId: number, isListEnabled: boolean): Record<string, unknown> => ({
    entityTypeId,
    isChildrenListEnabled: isListEnabled ? 'Y' : 'N',
    isPredefined: 'N',
  })
  return {
    ...printType(type),
    relations: {
      parent: relations
        .filter((relation) => relation.childTypeId === type.entityTypeId)
        .map((relation) => print(relation.parentTypeId, relation.isListEnabled)),
      child: relations
        .filter((relation) => relation.parentTypeId === type.entityTypeId)
        .map((relation) => print(relation.childTypeId, relation.isListEnabled)),
    },
    linkedUserFields: {
      'CALENDAR_EVENT|UF_CRM_CAL_EVENT': 'N',
      'TASKS_TASK|UF_CRM_TASK': 'N',
      'TASKS_TASK_TEMPLATE|UF_CRM_TASK': 'N',
      ...type.linkedUserFields,
    },
    customSections: [],
  }
}
