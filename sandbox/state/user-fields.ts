import type { Db } from './database.ts'

export const userFieldSchema = `
  CREATE TABLE IF NOT EXISTS user_field (
    id INTEGER PRIMARY KEY, entity_id TEXT NOT NULL, field_name TEXT NOT NULL, user_type_id TEXT NOT NULL, xml_id TEXT,
    sort INTEGER NOT NULL, multiple INTEGER NOT NULL, mandatory INTEGER NOT NULL, show_filter TEXT NOT NULL,
    edit_in_list TEXT NOT NULL, is_searchable TEXT NOT NULL, settings TEXT NOT NULL, label TEXT NOT NULL, help TEXT NOT NULL,
    UNIQUE (entity_id, field_name));
  CREATE TABLE IF NOT EXISTS enum_element (
    id INTEGER PRIMARY KEY, user_field_id INTEGER NOT NULL, value TEXT NOT NULL, is_default INTEGER NOT NULL,
    sort INTEGER NOT NULL, xml_id TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS enum_element_field ON enum_element (user_field_id);
`

export interface EnumElement {
  id: number
  value: string
  isDefault: boolean
  sort: number
  xmlId: string
}

export interface UserField {
  id: number
  entityId: string
  fieldName: string
  userTypeId: string
  xmlId: string | null
  sort: number
  multiple: boolean
  mandatory: boolean
  showFilter: string
  editInList: string
  isSearchable: string
  settings: Record<string, unknown>
  /** By language. */
  label: Record<string, string>
  help: Record<string, string>
  elements: EnumElement[]
}

interface FieldRow {
  id: number
  entityId: string
  fieldName: string
  userTypeId: string
  xmlId: string | null
  sort: number
  multiple: number
  mandatory: number
  showFilter: string
  editInList: string
  isSearchable: string
  settings: string
  label: string
  help: string
}

interface ElementRow {
  id: number
  userFieldId: number
  value: string
  isDefault: number
  sort: number
  xmlId: string
}

export type UserFieldState = ReturnType<typeof createUserFieldState>

/** User fields and the elements of the enumerations among them. */
export function createUserFieldState(db: Db) {
  const columns = `id, entity_id AS entityId, field_name AS fieldName, user_type_id AS userTypeId, xml_id AS xmlId, sort,
    multiple, mandatory, show_filter AS showFilter, edit_in_list AS editInList, is_searchable AS isSearchable, settings, label, help`
  const fields = db.prepare<[], FieldRow>(`SELECT ${columns} FROM user_field ORDER BY id`)
  const elements = db.prepare<[], ElementRow>(
    `SELECT id, user_field_id AS userFieldId, value, is_default AS isDefault, sort, xml_id AS xmlId
     FROM enum_element ORDER BY sort, id`,
  )
  const save = db.prepare(
    `INSERT OR REPLACE INTO user_field (id, entity_id, field_name, user_type_id, xml_id, sort, multiple, mandatory,
       show_filter, edit_in_list, is_searchable, settings, label, help)
     VALUES (@id, @entityId, @fieldName, @userTypeId, @xmlId, @sort, @multiple, @mandatory,
       @showFilter, @editInList, @isSearchable, @settings, @label, @help)`,
  )
  const removeElements = db.prepare('DELETE FROM enum_element WHERE user_field_id = ?')
  const addElement = db.prepare(
    `INSERT INTO enum_element (id, user_field_id, value, is_default, sort, xml_id)
     VALUES (@id, @userFieldId, @value, @isDefault, @sort, @xmlId)`,
  )
  const remove = db.prepare('DELETE FROM user_field WHERE id = ?')

  function list(): UserField[] {
    const byField = new Map<number, EnumElement[]>()
    for (const row of elements.all()) {
      const element = { id: row.id, value: row.value, isDefault: row.isDefault === 1, sort: row.sort, xmlId: row.xmlId }
      const group = byField.get(row.userFieldId)
      if (group) group.push(element)
      else byField.set(row.userFieldId, [element])
    }
    return fields.all().map((row) => ({
      ...row,
      multiple: row.multiple === 1,
      mandatory: row.mandatory === 1,
      settings: JSON.parse(row.settings) as UserField['settings'],
      label: JSON.parse(row.label) as UserField['label'],
      help: JSON.parse(row.help) as UserField['help'],
      elements: byField.get(row.id) ?? [],
    }))
  }

  return {
    list,
    save(field: UserField): void {
      save.run({
        ...field,
        multiple: field.multiple ? 1 : 0,
        mandatory: field.mandatory ? 1 : 0,
        settings: JSON.stringify(field.settings),
        label: JSON.stringify(field.label),
        help: JSON.stringify(field.help),
      })
      removeElements.run(field.id)
      for (const element of field.elements)
        addElement.run({ ...element, userFieldId: field.id, isDefault: element.isDefault ? 1 : 0 })
    },
    remove(id: number): void {
      removeElements.run(id)
      remove.run(id)
    },
  }
}
