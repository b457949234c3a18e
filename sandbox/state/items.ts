import type { Db } from './database.ts'

/**
 * Every item of every type is one row. The row's key is `entityTypeId * 2^32 + id`: a type is then one range of
 * keys in the order of ids, so that a page by `>id` is a plain range scan however many items there are.
 */
export const itemSchema = `
  CREATE TABLE IF NOT EXISTS item (
    key INTEGER PRIMARY KEY, entity_type_id INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT, xml_id TEXT,
    category_id INTEGER, stage_id TEXT, stage_semantics TEXT, assigned_by_id INTEGER NOT NULL, created_by INTEGER NOT NULL,
    updated_by INTEGER NOT NULL, moved_by INTEGER, created_time INTEGER NOT NULL, updated_time INTEGER NOT NULL,
    moved_time INTEGER, company_id INTEGER, contact_id INTEGER, opportunity REAL, currency_id TEXT, opened TEXT,
    originator_id TEXT, origin_id TEXT, fields TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS item_updated ON item (entity_type_id, updated_time);
  CREATE INDEX IF NOT EXISTS item_stage ON item (entity_type_id, stage_id);
  CREATE INDEX IF NOT EXISTS item_assigned ON item (entity_type_id, assigned_by_id);
  CREATE INDEX IF NOT EXISTS item_xml ON item (entity_type_id, xml_id) WHERE xml_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_origin ON item (entity_type_id, origin_id) WHERE origin_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS item_company ON item (entity_type_id, company_id) WHERE company_id IS NOT NULL;
  CREATE TABLE IF NOT EXISTS item_parent (
    parent_key INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (parent_key, key)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS item_parent_key ON item_parent (key);
  CREATE TABLE IF NOT EXISTS multifield (
    id INTEGER PRIMARY KEY, key INTEGER NOT NULL, type_id TEXT NOT NULL, value_type TEXT NOT NULL, value TEXT NOT NULL,
    normal TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS multifield_key ON multifield (key);
  CREATE INDEX IF NOT EXISTS multifield_normal ON multifield (type_id, normal);
`

const typeFactor = 2 ** 32

export const keyOf = (entityTypeId: number, id: number): number => entityTypeId * typeFactor + id

/** Which column a field lives in; the others are in the JSON of `fields`. */
export const columns: Record<string, string> = {
  title: 'title',
  xmlId: 'xml_id',
  categoryId: 'category_id',
  stageId: 'stage_id',
  stageSemanticId: 'stage_semantics',
  assignedById: 'assigned_by_id',
  createdBy: 'created_by',
  updatedBy: 'updated_by',
  movedBy: 'moved_by',
  createdTime: 'created_time',
  updatedTime: 'updated_time',
  movedTime: 'moved_time',
  companyId: 'company_id',
  contactId: 'contact_id',
  opportunity: 'opportunity',
  currencyId: 'currency_id',
  opened: 'opened',
  originatorId: 'originator_id',
  originId: 'origin_id',
}

const columnPairs = Object.entries(columns)

/** Values by canonical name: standard fields in camelCase, user fields by their UF_ names, times in seconds. */
export interface Item {
  entityTypeId: number
  id: number
  values: Record<string, unknown>
}

export interface Multifield {
  id: number
  typeId: string
  valueType: string
  value: string
}

/** The columns of an item in the order of `itemColumns`: the type, the id, the values of columns, the rest as JSON. */
export type ItemRow = [entityTypeId: number, id: number, fields: string, ...values: unknown[]]

/** What to select of a table that is called `i`. */
export const itemColumns = ['entity_type_id', 'id', 'fields', ...columnPairs.map(([, column]) => column)]
  .map((column) => `i.${column}`)
  .join(', ')

export type ItemState = ReturnType<typeof createItemState>

export function createItemState(db: Db) {
  const names = columnPairs.map(([, column]) => column)
  const save = db.prepare(
    `INSERT OR REPLACE INTO item (key, entity_type_id, id, ${names.join(', ')}, fields)
     VALUES (${Array.from({ length: names.length + 4 }, () => '?').join(', ')})`,
  )
  const one = db.prepare<[number], ItemRow>(`SELECT ${itemColumns} FROM item i WHERE key = ?`).raw()
  const exists = db.prepare<[number], { key: number }>('SELECT key FROM item WHERE key = ?')
  const removeItem = db.prepare('DELETE FROM item WHERE key = ?')
  const removeParents = db.prepare('DELETE FROM item_parent WHERE key = ?')
  const addParent = db.prepare('INSERT OR IGNORE INTO item_parent (parent_key, key) VALUES (?, ?)')
  const ofItem = db.prepare<[number], Multifield>(
    'SELECT id, type_id AS typeId, value_type AS valueType, value FROM multifield WHERE key = ? ORDER BY id',
  )
  const saveMultifield = db.prepare(
    `INSERT OR REPLACE INTO multifield (id, key, type_id, value_type, value, normal) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const removeMultifield = db.prepare('DELETE FROM multifield WHERE id = ? AND key = ?')
  const removeMultifields = db.prepare('DELETE FROM multifield WHERE key = ?')
  const byMultifield = db.prepare<[string, string, number, number], { id: number }>(
    `SELECT DISTINCT i.id FROM multifield m JOIN item i ON i.key = m.key
     WHERE m.type_id = ? AND m.normal = ? AND m.key > ? AND m.key < ? ORDER BY i.id`,
  )
  const anyOfType = db.prepare<[number], { key: number }>('SELECT key FROM item WHERE entity_type_id = ? LIMIT 1')
  const anyInFunnel = db.prepare<[number, number], { key: number }>(
    'SELECT key FROM item WHERE entity_type_id = ? AND category_id = ? LIMIT 1',
  )
  const count = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM item')

  return {
    /** `isNew` spares the removal of links that cannot be there, which matters for a seed's many rows. */
    save(item: Item, isNew: boolean): void {
      const key = keyOf(item.entityTypeId, item.id)
      const rest: Record<string, unknown> = {}
      const parents: number[] = []
      for (const [name, value] of Object.entries(item.values)) {
        if (value === null || value === undefined || name in columns) continue
        rest[name] = value
        if (name.startsWith('parentId')) parents.push(keyOf(Number(name.slice(8)), Number(value)))
      }
      const row = columnPairs.map(([name]) => item.values[name] ?? null)
      save.run(key, item.entityTypeId, item.id, ...row, JSON.stringify(rest))
      if (!isNew) removeParents.run(key)
      for (const parent of parents) addParent.run(parent, key)
    },
    get(entityTypeId: number, id: number): Item | null {
      const row = one.get(keyOf(entityTypeId, id))
      return row ? toItem(row) : null
    },
    exists: (entityTypeId: number, id: number): boolean => exists.get(keyOf(entityTypeId, id)) !== undefined,
    hasAny: (entityTypeId: number): boolean => anyOfType.get(entityTypeId) !== undefined,
    hasAnyIn: (entityTypeId: number, categoryId: number): boolean =>
      anyInFunnel.get(entityTypeId, categoryId) !== undefined,
    count: (): number => count.get()?.count ?? 0,
    remove(entityTypeId: number, id: number): void {
      const key = keyOf(entityTypeId, id)
      removeItem.run(key)
      removeParents.run(key)
      removeMultifields.run(key)
    },
    multifields: (entityTypeId: number, id: number): Multifield[] => ofItem.all(keyOf(entityTypeId, id)),
    /** Items that have this phone or e-mail, however it is spelled. */
    findByMultifield: (entityTypeId: number, typeId: string, value: string): number[] =>
      byMultifield
        .all(typeId, normalise(typeId, value), keyOf(entityTypeId, 0), keyOf(entityTypeId + 1, 0))
        .map((row) => row.id),
    saveMultifield(entityTypeId: number, itemId: number, field: Multifield): void {
      const key = keyOf(entityTypeId, itemId)
      saveMultifield.run(
        field.id,
        key,
        field.typeId,
        field.valueType,
        field.value,
        normalise(field.typeId, field.value),
      )
    },
    removeMultifield: (entityTypeId: number, itemId: number, id: number): void =>
      void removeMultifield.run(id, keyOf(entityTypeId, itemId)),
  }
}

const columnNames = columnPairs.map(([name]) => name)

export function toItem(row: ItemRow): Item {
  const values = JSON.parse(row[2]) as Record<string, unknown>
  for (let at = 0; at < columnNames.length; at++) values[columnNames[at] ?? ''] = row[at + 3]
  return { entityTypeId: row[0], id: row[1], values }
}

/** Phones are compared by their digits (8 and +7 are the same country), the rest by lower case. */
export function normalise(typeId: string, value: string): string {
  if (typeId !== 'PHONE') return value.trim().toLowerCase()
  const digits = value.replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('8') ? `7${digits.slice(1)}` : digits
}
