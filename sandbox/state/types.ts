import type { Db } from './database.ts'

export const typeSchema = `
  CREATE TABLE IF NOT EXISTS smart_type (
    id INTEGER PRIMARY KEY, entity_type_id INTEGER NOT NULL UNIQUE, title TEXT NOT NULL, code TEXT NOT NULL,
    flags TEXT NOT NULL, linked TEXT NOT NULL, created_by INTEGER NOT NULL, updated_by INTEGER NOT NULL,
    created_time INTEGER NOT NULL, updated_time INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS type_relation (
    parent_type_id INTEGER NOT NULL, child_type_id INTEGER NOT NULL, is_list_enabled INTEGER NOT NULL,
    PRIMARY KEY (parent_type_id, child_type_id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS category (
    entity_type_id INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, sort INTEGER NOT NULL,
    is_default INTEGER NOT NULL, PRIMARY KEY (entity_type_id, id)) WITHOUT ROWID;
`

/** A smart process. `flags` holds the portal's own `is…Enabled` names with Y or N. */
export interface SmartType {
  id: number
  entityTypeId: number
  title: string
  code: string
  flags: Record<string, 'Y' | 'N'>
  linkedUserFields: Record<string, string>
  createdBy: number
  updatedBy: number
  /** Seconds since the epoch. */
  createdTime: number
  updatedTime: number
}

export interface Relation {
  parentTypeId: number
  childTypeId: number
  isListEnabled: boolean
}

export interface Category {
  entityTypeId: number
  id: number
  name: string
  sort: number
  isDefault: boolean
}

interface TypeRow {
  id: number
  entity_type_id: number
  title: string
  code: string
  flags: string
  linked: string
  created_by: number
  updated_by: number
  created_time: number
  updated_time: number
}

interface CategoryRow {
  entityTypeId: number
  id: number
  name: string
  sort: number
  isDefault: number
}

export type TypeState = ReturnType<typeof createTypeState>

/** Smart processes, which may be whose parent, and funnels (of deals too). */
export function createTypeState(db: Db) {
  const list = db.prepare<[], TypeRow>('SELECT * FROM smart_type ORDER BY id')
  const save = db.prepare(
    `INSERT INTO smart_type (id, entity_type_id, title, code, flags, linked, created_by, updated_by, created_time, updated_time)
     VALUES (@id, @entityTypeId, @title, @code, @flags, @linked, @createdBy, @updatedBy, @createdTime, @updatedTime)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, flags = excluded.flags, linked = excluded.linked,
       updated_by = excluded.updated_by, updated_time = excluded.updated_time`,
  )
  const remove = db.prepare('DELETE FROM smart_type WHERE id = ?')
  const relations = db.prepare<[], { parentTypeId: number; childTypeId: number; isListEnabled: number }>(
    `SELECT parent_type_id AS parentTypeId, child_type_id AS childTypeId, is_list_enabled AS isListEnabled
     FROM type_relation ORDER BY parent_type_id, child_type_id`,
  )
  const relate = db.prepare(
    `INSERT INTO type_relation (parent_type_id, child_type_id, is_list_enabled) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET is_list_enabled = excluded.is_list_enabled`,
  )
  const unrelate = db.prepare('DELETE FROM type_relation WHERE parent_type_id = ? AND child_type_id = ?')
  const categoryColumns = 'entity_type_id AS entityTypeId, id, name, sort, is_default AS isDefault'
  const categories = db.prepare<[number], CategoryRow>(
    `SELECT ${categoryColumns} FROM category WHERE entity_type_id = ? ORDER BY sort, id`,
  )
  const saveCategory = db.prepare(
    `INSERT INTO category (entity_type_id, id, name, sort, is_default) VALUES (@entityTypeId, @id, @name, @sort, @isDefault)
     ON CONFLICT DO UPDATE SET name = excluded.name, sort = excluded.sort, is_default = excluded.is_default`,
  )
  const removeCategory = db.prepare('DELETE FROM category WHERE entity_type_id = ? AND id = ?')
  const removeCategories = db.prepare('DELETE FROM category WHERE entity_type_id = ?')
  const types = (): SmartType[] => list.all().map(toType)
  return {
    list: types,
    get: (id: number): SmartType | null => types().find((type) => type.id === id) ?? null,
    byEntityTypeId: (entityTypeId: number): SmartType | null =>
      types().find((type) => type.entityTypeId === entityTypeId) ?? null,
    save(type: SmartType): void {
      save.run({ ...type, flags: JSON.stringify(type.flags), linked: JSON.stringify(type.linkedUserFields) })
    },
    remove(type: SmartType): void {
      remove.run(type.id)
      removeCategories.run(type.entityTypeId)
      db.prepare('DELETE FROM type_relation WHERE parent_type_id = ? OR child_type_id = ?').run(
        type.entityTypeId,
        type.entityTypeId,
      )
    },
    relations: (): Relation[] => relations.all().map((row) => ({ ...row, isListEnabled: row.isListEnabled === 1 })),
    relate: (parentTypeId: number, childTypeId: number, isListEnabled: boolean): void =>
      void relate.run(parentTypeId, childTypeId, isListEnabled ? 1 : 0),
    unrelate: (parentTypeId: number, childTypeId: number): void => void unrelate.run(parentTypeId, childTypeId),
    categories: (entityTypeId: number): Category[] =>
      categories.all(entityTypeId).map((row) => ({ ...row, isDefault: row.isDefault === 1 })),
    removeCategory: (category: Category): void => void removeCategory.run(category.entityTypeId, category.id),
    saveCategory(category: Category): void {
      if (category.isDefault)
        db.prepare('UPDATE category SET is_default = 0 WHERE entity_type_id = ?').run(category.entityTypeId)
      saveCategory.run({ ...category, isDefault: category.isDefault ? 1 : 0 })
    },
  }
}

function toType(row: TypeRow): SmartType {
  return {
    id: row.id,
    entityTypeId: row.entity_type_id,
    title: row.title,
    code: row.code,
    flags: JSON.parse(row.flags) as SmartType['flags'],
    linkedUserFields: JSON.parse(row.linked) as SmartType['linkedUserFields'],
    createdBy: row.created_by,
    updatedBy: row.updated_by,
    createdTime: row.created_time,
    updatedTime: row.updated_time,
  }
}
