import { sql, type RawBuilder } from 'kysely'

/** A list of ids as one bound value: the statement stays the same whatever the list's length, and has no limit of variables. */
export function idList(ids: readonly number[]): RawBuilder<number> {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`
}

/** The same of keys. */
export function textList(keys: readonly string[]): RawBuilder<string> {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify([...new Set(keys)])}))`
}
