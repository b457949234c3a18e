import type { SmartType } from '../state/types.ts'
import { kindOf, type Field } from './field.ts'
import { toUpperName } from './names.ts'

export const leadType = 1
export const dealType = 2
export const contactType = 3
export const companyType = 4
export const nativeTypes = [leadType, dealType, contactType, companyType]

/** One line a field: name, type, Russian title, then marks: `!` required, `r` read only, `i` immutable, `*` multiple. */
type Line = [name: string, type: string, title: string, marks?: string, more?: { upper?: string; status?: string }]

const common: Line[] = [
  ['id', 'integer', 'ID', 'r'],
  ['assignedById', 'user', 'Ответственный'],
  ['lastActivityBy', 'user', 'Последняя активность: кто', 'r'],
  ['lastActivityTime', 'datetime', 'Последняя активность: когда', 'r'],
]

const native: Line[] = [
  ['createdTime', 'datetime', 'Дата создания', 'r', { upper: 'DATE_CREATE' }],
  ['updatedTime', 'datetime', 'Дата изменения', 'r', { upper: 'DATE_MODIFY' }],
  ['createdBy', 'user', 'Кем создан', 'r', { upper: 'CREATED_BY_ID' }],
  ['updatedBy', 'user', 'Кем изменён', 'r', { upper: 'MODIFY_BY_ID' }],
  ['opened', 'boolean', 'Доступно для всех'],
  ['comments', 'text', 'Комментарий'],
  ['originatorId', 'string', 'Внешний источник'],
  ['originId', 'string', 'Идентификатор во внешнем источнике'],
  ['webformId', 'integer', 'Создано CRM-формой', 'r'],
  ['observers', 'user', 'Наблюдатели', '*'],
  ['utmSource', 'string', 'UTM Source'],
  ['utmMedium', 'string', 'UTM Medium'],
  ['utmCampaign', 'string', 'UTM Campaign'],
  ['utmContent', 'string', 'UTM Content'],
  ['utmTerm', 'string', 'UTM Term'],
]

const client: Line[] = [
  ['companyId', 'crm_company', 'Компания'],
  ['contactId', 'crm_contact', 'Контакт'],
  ['contactIds', 'crm_contact', 'Контакты', '*'],
]

const money: Line[] = [
  ['opportunity', 'double', 'Сумма'],
  ['isManualOpportunity', 'boolean', 'Ручной режим расчёта суммы'],
  ['currencyId', 'crm_currency', 'Валюта'],
]

const source: Line[] = [
  ['sourceId', 'crm_status', 'Источник', '', { status: 'SOURCE' }],
  ['sourceDescription', 'text', 'Дополнительно об источнике'],
]

const person: Line[] = [
  ['honorific', 'crm_status', 'Обращение', '', { status: 'HONORIFIC' }],
  ['name', 'string', 'Имя'],
  ['secondName', 'string', 'Отчество'],
  ['lastName', 'string', 'Фамилия'],
  ['birthdate', 'date', 'Дата рождения'],
  ['post', 'string', 'Должность'],
]

const reach: Line[] = [
  ['hasPhone', 'boolean', 'Указан телефон', 'r'],
  ['hasEmail', 'boolean', 'Указан e-mail', 'r'],
  ['hasImol', 'boolean', 'Указана открытая линия', 'r'],
]

const stage: Line[] = [
  ['stageSemanticId', 'string', 'Состояние стадии', 'r'],
  ['movedTime', 'datetime', 'Дата смены стадии', 'r'],
  ['movedBy', 'user', 'Кто сменил стадию', 'r'],
]

const lead: Line[] = [
  ...common,
  ...native,
  ...person,
  ...client,
  ...money,
  ...source,
  ...reach,
  ['title', 'string', 'Название'],
  ['companyTitle', 'string', 'Название компании'],
  ['stageId', 'crm_status', 'Стадия', '', { upper: 'STATUS_ID', status: 'STATUS' }],
  ['statusDescription', 'text', 'Дополнительно о стадии'],
  ...stage,
]

const deal: Line[] = [
  ...common,
  ...native,
  ...client,
  ...money,
  ...source,
  ['title', 'string', 'Название'],
  ['typeId', 'crm_status', 'Тип', '', { status: 'DEAL_TYPE' }],
  ['categoryId', 'crm_category', 'Воронка', 'i'],
  ['stageId', 'crm_status', 'Стадия', '', { status: 'DEAL_STAGE' }],
  ...stage,
  ['isNew', 'boolean', 'Новая сделка', 'r'],
  ['closed', 'boolean', 'Закрыта', 'r'],
  ['isRecurring', 'boolean', 'Регулярная сделка', 'r'],
  ['isReturnCustomer', 'boolean', 'Повторная сделка', 'r'],
  ['isRepeatedApproach', 'boolean', 'Повторное обращение', 'r'],
  ['probability', 'integer', 'Вероятность'],
  ['taxValue', 'double', 'Ставка налога'],
  ['quoteId', 'crm_quote', 'Предложение'],
  ['leadId', 'crm_lead', 'Лид'],
  ['begindate', 'date', 'Дата начала'],
  ['closedate', 'date', 'Предполагаемая дата закрытия'],
  ['additionalInfo', 'string', 'Дополнительная информация'],
  ['locationId', 'location', 'Местоположение'],
]

const contact: Line[] = [
  ...common,
  ...native,
  ...person,
  ...source,
  ...reach,
  ['typeId', 'crm_status', 'Тип контакта', '', { status: 'CONTACT_TYPE' }],
  ['companyId', 'crm_company', 'Компания'],
  ['companyIds', 'crm_company', 'Компании', '*'],
  ['leadId', 'crm_lead', 'Лид'],
  ['photo', 'file', 'Фотография'],
  ['export', 'boolean', 'Участвует в экспорте'],
  ['originVersion', 'string', 'Версия оригинала'],
  ['categoryId', 'crm_category', 'Категория', 'i'],
]

const company: Line[] = [
  ...common,
  ...native,
  ...reach,
  ['title', 'string', 'Название компании'],
  ['typeId', 'crm_status', 'Тип компании', '', { upper: 'COMPANY_TYPE', status: 'COMPANY_TYPE' }],
  ['logo', 'file', 'Логотип'],
  ['leadId', 'crm_lead', 'Лид'],
  ['bankingDetails', 'string', 'Банковские реквизиты'],
  ['industry', 'crm_status', 'Сфера деятельности', '', { status: 'INDUSTRY' }],
  ['employees', 'crm_status', 'Количество сотрудников', '', { status: 'EMPLOYEES' }],
  ['revenue', 'double', 'Годовой оборот'],
  ['currencyId', 'crm_currency', 'Валюта'],
  ['contactIds', 'crm_contact', 'Контакты', '*', { upper: 'CONTACT_ID' }],
  ['isMyCompany', 'boolean', 'Моя компания'],
  ['originVersion', 'string', 'Версия оригинала'],
  ['categoryId', 'crm_category', 'Категория', 'i'],
]

const smart: Line[] = [
  ...common,
  ['title', 'string', 'Название'],
  ['xmlId', 'string', 'Внешний код'],
  ['createdTime', 'datetime', 'Когда создан', 'r'],
  ['updatedTime', 'datetime', 'Когда обновлён', 'r'],
  ['createdBy', 'user', 'Кем создан', 'r'],
  ['updatedBy', 'user', 'Кем обновлён', 'r'],
  ['opened', 'boolean', 'Доступен для всех'],
  ['webformId', 'integer', 'Создан CRM-формой', 'r'],
  ['categoryId', 'crm_category', 'Воронка', 'i'],
  ['stageId', 'crm_status', 'Стадия'],
  ['previousStageId', 'crm_status', 'Предыдущая стадия', 'r'],
  ['movedTime', 'datetime', 'Дата смены стадии', 'r'],
  ['movedBy', 'user', 'Кто сменил стадию', 'r'],
  ['begindate', 'date', 'Дата начала'],
  ['closedate', 'date', 'Дата завершения'],
  ...client,
  ['observers', 'user', 'Наблюдатели', '*'],
  ...source,
  ...money,
  ['taxValue', 'double', 'Сумма налога'],
  ['mycompanyId', 'crm_company', 'Реквизиты вашей компании'],
]

/** Which switch of a smart process a field hangs on. */
const switches: Record<string, string> = {
  stageId: 'isStagesEnabled',
  previousStageId: 'isStagesEnabled',
  movedTime: 'isStagesEnabled',
  movedBy: 'isStagesEnabled',
  begindate: 'isBeginCloseDatesEnabled',
  closedate: 'isBeginCloseDatesEnabled',
  companyId: 'isClientEnabled',
  contactId: 'isClientEnabled',
  contactIds: 'isClientEnabled',
  observers: 'isObserversEnabled',
  sourceId: 'isSourceEnabled',
  sourceDescription: 'isSourceEnabled',
  opportunity: 'isLinkWithProductsEnabled',
  isManualOpportunity: 'isLinkWithProductsEnabled',
  currencyId: 'isLinkWithProductsEnabled',
  taxValue: 'isLinkWithProductsEnabled',
  mycompanyId: 'isMycompanyEnabled',
}

const hollow: Record<number, string> = {
  [leadType]: `dateCreateShort dateModifyShort isConvert productId shortName address dateClosed login isReturnCustomer
    searchContent phoneMobile phoneWork phoneMailing emailHome emailWork emailMailing skype icq imol email phone`,
  [dealType]: `dateCreateShort dateModifyShort productId begindateShort closedateShort eventDate eventDateShort eventId
    eventDescription searchContent orderStage isWork isWon isLose receivedAmount lostAmount hasProducts`,
  [contactType]: `faceId searchContent shortName address login`,
  [companyType]: `searchContent address addressLegal regAddress`,
}

const lines: Record<number, Line[]> = {
  [leadType]: lead,
  [dealType]: deal,
  [contactType]: contact,
  [companyType]: company,
}

/** The fields a type has before anybody adds his own. `type` is null for leads, deals, contacts and companies. */
export function standardFields(entityTypeId: number, type: SmartType | null): Field[] {
  const rows = type ? smart : [...new Map((lines[entityTypeId] ?? []).map((line) => [line[0], line])).values()]
  const fields = rows.map((line): Field => toField(line, type))
  for (const name of (hollow[entityTypeId] ?? '').split(/\s+/).filter(Boolean))
    fields.push({ ...toField([name, 'string', name, 'r'], null), isHollow: true })
  return fields
}

function toField([name, type, title, marks = '', more = {}]: Line, smartType: SmartType | null): Field {
  const flag = smartType ? switches[name] : undefined
  const field: Field = {
    name,
    upperName: more.upper ?? toUpperName(name),
    type,
    kind: kindOf(type, false),
    title,
    isRequired: marks.includes('!'),
    isReadOnly: marks.includes('r'),
    isImmutable: marks.includes('i'),
    isMultiple: marks.includes('*'),
    isDynamic: false,
  }
  if (more.status !== undefined) field.statusType = more.status
  if (flag !== undefined && smartType?.flags[flag] !== 'Y') field.isOff = true
  return field
}
