import type { Portal } from '../portal.ts'
import type { Category } from '../state/types.ts'
import { stageDictionary, stagePrefix } from './stages.ts'
import { dealType, leadType } from './standard-fields.ts'

const plainNames: Record<string, string> = {
  SOURCE: 'Источники',
  CONTACT_TYPE: 'Тип контакта',
  COMPANY_TYPE: 'Тип компании',
  EMPLOYEES: 'Количество сотрудников',
  INDUSTRY: 'Сфера деятельности',
  DEAL_TYPE: 'Тип сделки',
  HONORIFIC: 'Обращения',
}

/** Every dictionary of the portal, as `crm.status.entity.types` tells of them: plain ones, and the stages of each funnel. */
export function dictionaryTypes(portal: Portal): Record<string, unknown>[] {
  const plain = Object.entries(plainNames).map(([ID, NAME]) => ({ ID, NAME }))
  const lead = {
    ID: 'STATUS',
    NAME: 'Стадии лида',
    SEMANTIC_INFO: semantics(portal, 'STATUS'),
    ENTITY_TYPE_ID: leadType,
  }
  const deals = portal.categories(dealType).map((category) => dealStages(portal, category))
  const smart = portal.types
    .list()
    .filter((type) => type.flags['isStagesEnabled'] === 'Y')
    .flatMap((type) => portal.categories(type.entityTypeId).map((category) => smartStages(type.title, category)))
  return [lead, ...plain, ...deals, ...smart]
}

function dealStages(portal: Portal, category: Category): Record<string, unknown> {
  const ID = stageDictionary(dealType, category.id)
  const isFirst = category.id === 0
  return {
    ID,
    NAME: `Стадии сделки (${category.name})`,
    ...(isFirst ? {} : { PARENT_ID: 'DEAL_STAGE' }),
    SEMANTIC_INFO: semantics(portal, ID),
    ...(isFirst ? {} : { PREFIX: `C${category.id}` }),
    FIELD_ATTRIBUTE_SCOPE: isFirst ? '' : `category_${category.id}`,
    ENTITY_TYPE_ID: dealType,
    CATEGORY_ID: isFirst ? 0 : String(category.id),
  }
}

const smartStages = (title: string, category: Category): Record<string, unknown> => ({
  ID: stageDictionary(category.entityTypeId, category.id),
  NAME: `${title} (${category.name})`,
  SEMANTIC_INFO: [],
  PREFIX: stagePrefix(category.entityTypeId, category.id).slice(0, -1),
  FIELD_ATTRIBUTE_SCOPE: `category_${category.id}`,
  ENTITY_TYPE_ID: category.entityTypeId,
  IS_ENABLED: true,
  CATEGORY_ID: category.id,
  CATEGORY_NAME: category.name,
  CATEGORY_SORT: category.sort,
  IS_DEFAULT_CATEGORY: category.isDefault,
})

function semantics(portal: Portal, dictionary: string): Record<string, unknown> {
  const stages = portal.state.statuses.ofEntity(dictionary)
  const first = (wanted: 'S' | 'F' | null): string => stages.find((stage) => stage.semantics === wanted)?.statusId ?? ''
  return {
    START_FIELD: first(null),
    FINAL_SUCCESS_FIELD: first('S'),
    FINAL_UNSUCCESS_FIELD: first('F'),
    FINAL_SORT: 0,
  }
}
