import type { Desk } from './desk.ts'

/** An item in `crm.item.*` spelling, user fields by their UF_ names. */
export type Item = Record<string, unknown> & { id: number }

/** A field as `crm.item.fields` describes it. */
export interface FieldInfo {
  type: string
  title: string
  isMultiple: boolean
  isDynamic: boolean
  statusType?: string
  settings?: Record<string, unknown> | unknown[]
  items?: { ID: string | number; VALUE: string }[]
}

/** One item with the person's rights. Throws the portal's refusal. */
export async function readItem(desk: Desk, userId: number, entityTypeId: number, id: number): Promise<Item> {
  const params = { entityTypeId, id, useOriginalUfNames: 'Y' }
  return (await desk.call<{ item: Item }>(userId, 'crm.item.get', params)).result.item
}

export async function readFields(desk: Desk, userId: number, entityTypeId: number): Promise<Map<string, FieldInfo>> {
  const params = { entityTypeId, useOriginalUfNames: 'Y' }
  const answer = await desk.call<{ fields: Record<string, FieldInfo> }>(userId, 'crm.item.fields', params)
  return new Map(Object.entries(answer.result.fields))
}

export interface ItemQuery {
  filter?: Record<string, unknown>
  order?: Record<string, 'ASC' | 'DESC'>
  select?: string[]
  start?: number
}

/** A page of items the person may see. */
export async function listItems(
  desk: Desk,
  userId: number,
  entityTypeId: number,
  query: ItemQuery,
): Promise<{ items: Item[]; total: number }> {
  const answer = await desk.call<{ items: Item[] }>(userId, 'crm.item.list', { entityTypeId, ...query })
  return { items: answer.result.items, total: answer.total ?? answer.result.items.length }
}

export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
