import type { RecordField } from '../records.ts'

const russia = '1'

export const presetFields: RecordField[] = [
  ['ID', 'integer', 'ID', 'r'],
  ['ENTITY_TYPE_ID', 'integer', 'Идентификатор типа сущности', '!i'],
  ['COUNTRY_ID', 'integer', 'Страна', '!'],
  ['DATE_CREATE', 'datetime', 'Дата создания', 'r'],
  ['DATE_MODIFY', 'datetime', 'Дата изменения', 'r'],
  ['CREATED_BY_ID', 'user', 'Кем создан', 'r'],
  ['MODIFY_BY_ID', 'user', 'Кем изменён', 'r'],
  ['NAME', 'string', 'Название', '!'],
  ['XML_ID', 'string', 'Внешний код'],
  ['ACTIVE', 'char', 'Активность'],
  ['SORT', 'integer', 'Сортировка'],
]

const preset = (id: number, name: string, code: string): Record<string, string | null> => ({
  ID: String(id),
  ENTITY_TYPE_ID: '8',
  COUNTRY_ID: russia,
  DATE_CREATE: '2024-01-09T09:00:00+03:00',
  DATE_MODIFY: null,
  CREATED_BY_ID: '1',
  MODIFY_BY_ID: null,
  NAME: name,
  XML_ID: `#CRM_REQUISITE_PRESET_DEF_RU_${code}#`,
  ACTIVE: 'Y',
  SORT: String(500 + id * 10),
})

/** The templates a Russian portal comes with; this one has no others. */
export const presets: Record<string, string | null>[] = [
  preset(1, 'Организация', 'COMPANY'),
  preset(3, 'ИП', 'INDIVIDUAL'),
  preset(5, 'Физ. лицо', 'PERSON'),
]
