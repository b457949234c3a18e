import type { Language, Words } from './words.ts'

/** A kind of CRM item, in the spellings the portal's pages need. */
export interface Entity {
  entityTypeId: number
  /** Between `/crm/` and `/list/`: `lead`, `type/1036`. */
  path: string
  listTitle: string
  itemTitle: string
  /** Before `_DETAIL_TAB`: `CRM_LEAD`, `CRM_DYNAMIC_1036`. */
  placementPrefix: string
  /** `ENTITY_TYPE` of a timeline comment: `lead`, `dynamic_1036`. */
  timelineType: string
  isSmart: boolean
  hasStages: boolean
}

export interface SmartProcess {
  entityTypeId: number
  title: string
  hasStages: boolean
}

const NATIVE = [
  { entityTypeId: 1, name: 'lead', many: 'leads', hasStages: true },
  { entityTypeId: 2, name: 'deal', many: 'deals', hasStages: true },
  { entityTypeId: 3, name: 'contact', many: 'contacts', hasStages: false },
  { entityTypeId: 4, name: 'company', many: 'companies', hasStages: false },
] as const

/** Every kind of item of the portal: the native ones first, then the smart processes. */
export function entitiesOf(words: Words, processes: SmartProcess[]): Entity[] {
  const native = NATIVE.map((kind) => ({
    entityTypeId: kind.entityTypeId,
    path: kind.name,
    listTitle: words[kind.many],
    itemTitle: words[kind.name],
    placementPrefix: `CRM_${kind.name.toUpperCase()}`,
    timelineType: kind.name as string,
    isSmart: false,
    hasStages: kind.hasStages as boolean,
  }))
  return [...native, ...processes.map(smartEntity)]
}

function smartEntity(process: SmartProcess): Entity {
  return {
    entityTypeId: process.entityTypeId,
    path: `type/${process.entityTypeId}`,
    listTitle: process.title,
    itemTitle: process.title,
    placementPrefix: `CRM_DYNAMIC_${process.entityTypeId}`,
    timelineType: `dynamic_${process.entityTypeId}`,
    isSmart: true,
    hasStages: process.hasStages,
  }
}

/** The dictionary that holds the stages of an item. */
export function stageDictionary(entity: Entity, categoryId: number): string {
  if (entity.entityTypeId === 1) return 'STATUS'
  if (entity.entityTypeId === 2) return categoryId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${categoryId}`
  return `DYNAMIC_${entity.entityTypeId}_STAGE_${categoryId}`
}

export const listUrl = (entity: Entity): string => `/crm/${entity.path}/list/`
export const detailsUrl = (entity: Entity, id: number): string => `/crm/${entity.path}/details/${id}/`
export const personUrl = (userId: number): string => `/company/personal/user/${userId}/`

/** An element's own name, or its kind and number where it has none. */
export function titleOf(entity: Entity, id: number, title: unknown): string {
  return typeof title === 'string' && title.trim() !== '' ? title : `${entity.itemTitle} #${id}`
}

export function isLanguage(value: unknown): value is Language {
  return value === 'ru' || value === 'en'
}
