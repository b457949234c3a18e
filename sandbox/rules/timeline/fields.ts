import type { RecordField } from '../records.ts'

export const commentFields: RecordField[] = [
  ['ID', 'integer', 'ID', 'r'],
  ['CREATED', 'datetime', 'Дата создания', 'r'],
  ['ENTITY_ID', 'integer', 'Идентификатор сущности', '!i'],
  ['ENTITY_TYPE', 'string', 'Тип сущности', '!i'],
  ['AUTHOR_ID', 'user', 'Автор', 'i'],
  ['COMMENT', 'string', 'Комментарий'],
  ['FILES', 'attached_diskfile', 'Файлы', '*'],
]

export const bindingFields: RecordField[] = [
  ['OWNER_ID', 'integer', 'Идентификатор записи', '!i'],
  ['ENTITY_ID', 'integer', 'Идентификатор сущности', '!i'],
  ['ENTITY_TYPE', 'string', 'Тип сущности', '!i'],
]
