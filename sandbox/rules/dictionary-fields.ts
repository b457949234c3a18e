import type { RecordField } from './records.ts'

/** A row of a dictionary, as `crm.status.fields` describes it. */
export const statusFields: RecordField[] = [
  ['ID', 'integer', 'ID', 'r'],
  ['ENTITY_ID', 'string', 'Тип справочника', '!i'],
  ['STATUS_ID', 'string', 'Код', '!i'],
  ['SORT', 'integer', 'Сортировка'],
  ['NAME', 'string', 'Название', '!'],
  ['NAME_INIT', 'string', 'Название по умолчанию', 'r'],
  ['SYSTEM', 'char', 'Системный', 'r'],
  ['CATEGORY_ID', 'integer', 'Воронка', 'i'],
  ['COLOR', 'string', 'Цвет'],
  ['SEMANTICS', 'string', 'Семантика', 'i'],
  ['EXTRA', 'crm_status_extra', 'Дополнительно'],
]

/** A funnel, as `crm.category.fields` describes it. */
export const categoryFields: RecordField[] = [
  ['id', 'integer', 'ID', 'r'],
  ['name', 'string', 'Название', '!'],
  ['sort', 'integer', 'Сортировка'],
  ['entityTypeId', 'integer', 'Тип', 'i'],
  ['isDefault', 'boolean', 'По умолчанию'],
  ['originId', 'string', 'Внешний код'],
  ['originatorId', 'string', 'Внешний источник'],
]
