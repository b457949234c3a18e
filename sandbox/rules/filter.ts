import { columns, keyOf } from '../state/items.ts'
import type { TypeCatalogue } from './catalogue.ts'
import { invalidArgument } from './errors.ts'
import type { Field } from './field.ts'
import { toMap, toText } from './params.ts'
import { parseInstant } from './time.ts'
import { asList } from './values.ts'

/** A condition in SQL over the alias `i`, with its values. */
export interface Condition {
  sql: string
  values: unknown[]
  /** Whether an index beside the key can serve it. */
  usesIndex: boolean
  /** Whether it bounds the key from below and from above: the type's own bounds are then needless. */
  boundsBelow: boolean
  boundsAbove: boolean
}

type Comparison = '=' | '<>' | '>' | '>=' | '<' | '<='
type Operator = Comparison | 'in' | 'not in' | 'contains' | 'lacks' | 'like' | 'unlike'

const operators: Record<string, Operator> = {
  '': '=',
  '=': '=',
  '!': '<>',
  '!=': '<>',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
  '@': 'in',
  '!@': 'not in',
  '%': 'contains',
  '!%': 'lacks',
  '=%': 'like',
  '%=': 'like',
  '!=%': 'unlike',
  '!%=': 'unlike',
}

const indexed = new Set(['updatedTime', 'stageId', 'assignedById', 'xmlId', 'originId', 'companyId'])

export type FindField = (name: string) => Field | undefined

/** A filter of a list method as SQL. Throws INVALID_ARG_VALUE for an unknown field or operator. */
export function compileFilter(catalogue: TypeCatalogue, filter: unknown, find: FindField): Condition {
  return group(catalogue, toMap(filter), find, 0)
}

const deepest = 8

function group(catalogue: TypeCatalogue, filter: Record<string, unknown>, find: FindField, depth: number): Condition {
  if (depth > deepest) throw invalidArgument('Invalid filter: too deep')
  const isOr = toText(filter['logic']).toUpperCase() === 'OR'
  const parts: Condition[] = []
  for (const [key, value] of Object.entries(filter)) {
    if (key.toLowerCase() === 'logic') continue
    if (/^\d+$/.test(key)) parts.push(group(catalogue, toMap(value), find, depth + 1))
    else parts.push(condition(catalogue, key, value, find))
  }
  const filled = parts.filter((part) => part.sql !== '')
  return {
    sql: filled.map((part) => `(${part.sql})`).join(isOr ? ' OR ' : ' AND '),
    values: filled.flatMap((part) => part.values),
    usesIndex: !isOr && filled.some((part) => part.usesIndex),
    boundsBelow: !isOr && filled.some((part) => part.boundsBelow),
    boundsAbove: !isOr && filled.some((part) => part.boundsAbove),
  }
}

function condition(catalogue: TypeCatalogue, key: string, value: unknown, find: FindField): Condition {
  const match = /^([!<>=@%]*)(.+)$/s.exec(key)
  const written = operators[match?.[1] ?? '']
  const field = find(match?.[2] ?? '')
  if (!written || !field || field.isHollow === true || field.type === 'file')
    throw invalidArgument(`Invalid filter: field '${key.slice(0, 60)}' is not allowed in filter`)
  let operator = written
  if (typeof value === 'object' && value !== null && operator === '=') operator = 'in'
  if (typeof value === 'object' && value !== null && operator === '<>') operator = 'not in'
  const sql = field.name === 'id' ? byId(catalogue, operator, value) : byField(field, operator, value)
  return {
    ...sql,
    usesIndex: (operator === '=' || operator === 'in' || operator.length < 3) && isIndexed(field),
    boundsBelow: field.name === 'id' && ['=', 'in', '>', '>='].includes(operator),
    boundsAbove: field.name === 'id' && ['=', 'in', '<', '<='].includes(operator),
  }
}

const isIndexed = (field: Field): boolean => indexed.has(field.name)

type Sql = Pick<Condition, 'sql' | 'values'>

/** Ids are compared by the row's key, which is their order within the type. */
function byId(catalogue: TypeCatalogue, operator: Operator, value: unknown): Sql {
  const toKey = (raw: unknown): number => {
    const id = Math.trunc(Number(toText(raw)))
    return keyOf(catalogue.entityTypeId, Number.isFinite(id) && id >= 0 ? Math.min(id, 2 ** 31) : 0)
  }
  return compare('i.key', operator, value, toKey)
}

function byField(field: Field, operator: Operator, value: unknown): Sql {
  if (field.parentEntityTypeId !== undefined && (operator === '=' || operator === 'in'))
    return byParent(field.parentEntityTypeId, value)
  if (field.isMultiple) return byAnyValue(field, operator, value)
  return compare(expressionOf(field), operator, value, (raw) => comparable(field, raw))
}

/** Where a field's value is found in the row. */
export function expressionOf(field: Field): string {
  if (field.name === 'hasPhone') return has('PHONE')
  if (field.name === 'hasEmail') return has('EMAIL')
  if (field.name === 'hasImol') return has('IM')
  if (field.name === 'closed') return "CASE WHEN i.stage_semantics = 'P' THEN 'N' ELSE 'Y' END"
  const column = columns[field.name]
  const plain = column ? `i.${column}` : `json_extract(i.fields, '$."${field.name}"')`
  if (field.kind === 'money') return `CAST(${plain} AS REAL)`
  if (field.kind === 'flag') return `coalesce(${plain}, 0)`
  if (field.kind === 'yesno') return `coalesce(${plain}, 'N')`
  return plain
}

const has = (type: string): string =>
  `CASE WHEN EXISTS (SELECT 1 FROM multifield m WHERE m.key = i.key AND m.type_id = '${type}') THEN 'Y' ELSE 'N' END`

function byParent(parentTypeId: number, value: unknown): Sql {
  const keys = asList(value).map((id) => keyOf(parentTypeId, Math.trunc(Number(toText(id))) || 0))
  if (keys.length === 0) return { sql: `json_extract(i.fields, '$."parentId${parentTypeId}"') IS NULL`, values: [] }
  return {
    sql: `i.key IN (SELECT p.key FROM item_parent p WHERE p.parent_key IN (${marks(keys)}))`,
    values: keys,
  }
}

/** A multiple field answers when any of its values does; a negation, when none does. */
function byAnyValue(field: Field, operator: Operator, value: unknown): Sql {
  const source = `json_each(i.fields, '$."${field.name}"')`
  if ((operator === '=' || operator === '<>') && isEmpty(value)) {
    const any = `EXISTS (SELECT 1 FROM ${source})`
    return { sql: operator === '=' ? `NOT ${any}` : any, values: [] }
  }
  const opposite: Partial<Record<Operator, Operator>> = { '<>': '=', 'not in': 'in', lacks: 'contains', unlike: 'like' }
  const positive = opposite[operator]
  const inner = compare('v.value', positive ?? operator, value, (raw) => comparable(field, raw))
  return {
    sql: `${positive ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ${source} v WHERE ${inner.sql})`,
    values: inner.values,
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

function compare(expression: string, operator: Operator, value: unknown, to: (raw: unknown) => unknown): Sql {
  if (operator === 'in' || operator === 'not in') return among(expression, operator, asList(value).map(to))
  if (operator === 'contains' || operator === 'lacks')
    return like(expression, operator === 'lacks', `%${escape(toText(value))}%`)
  if (operator === 'like' || operator === 'unlike')
    return like(expression, operator === 'unlike', escape(toText(value), true))
  if (isEmpty(value) && operator === '=') return { sql: `${expression} IS NULL OR ${expression} = ''`, values: [] }
  if (isEmpty(value) && operator === '<>')
    return { sql: `${expression} IS NOT NULL AND ${expression} <> ''`, values: [] }
  const wanted = to(Array.isArray(value) ? value[0] : value)
  // "Not equal" is true of an empty value, as in the vendor's queries.
  if (operator === '<>') return { sql: `${expression} IS NULL OR ${expression} <> ?`, values: [wanted] }
  return { sql: `${expression} ${operator} ?`, values: [wanted] }
}

function among(expression: string, operator: 'in' | 'not in', values: unknown[]): Sql {
  if (values.length === 0) return { sql: operator === 'in' ? '0' : '1', values: [] }
  if (operator === 'in') return { sql: `${expression} IN (${marks(values)})`, values }
  return { sql: `${expression} IS NULL OR ${expression} NOT IN (${marks(values)})`, values }
}

function like(expression: string, isNegative: boolean, pattern: string): Sql {
  const sql = `coalesce(fold(${expression}), '') ${isNegative ? 'NOT LIKE' : 'LIKE'} fold(?) ESCAPE '\\'`
  return { sql, values: [pattern] }
}

const escape = (text: string, keepsPercent = false): string =>
  text.replace(keepsPercent ? /[\\_]/g : /[\\%_]/g, (character) => `\\${character}`)

const marks = (values: unknown[]): string => values.map(() => '?').join(', ')

/** A filter's value in the spelling rows keep. User-field booleans are compared as 1 and 0 only, as in the vendor's tables. */
function comparable(field: Field, raw: unknown): unknown {
  if (raw === null || raw === undefined || typeof raw === 'object') return null
  switch (field.kind) {
    case 'instant': {
      const seconds = parseInstant(String(raw))
      if (seconds === null)
        throw invalidArgument(`Invalid filter: '${field.name}' is compared with something that is no date`)
      return seconds
    }
    case 'day':
      return String(raw).slice(0, 10)
    case 'integer':
    case 'number':
    case 'element':
      return Number(raw)
    case 'flag':
      return Math.trunc(Number(raw)) || 0
    case 'money':
      return Number.parseFloat(String(raw)) || 0
    case 'binding':
      return /^\d+$/.test(String(raw)) ? Number(raw) : String(raw)
    default:
      return typeof raw === 'boolean' ? (raw ? 'Y' : 'N') : String(raw)
  }
}
