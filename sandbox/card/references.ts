import type { Desk } from './desk.ts'
import { detailsUrl, titleOf } from './entities.ts'
import type { Entity } from './entities.ts'
import { listItems, textOf } from './item.ts'
import type { FieldInfo, Item } from './item.ts'
import type { Viewing } from './viewing.ts'

/** Another item of the CRM that a field points at. */
export interface Reference {
  entityTypeId: number
  id: number
}

/** Names of other items, as far as this person may see them. */
export interface References {
  find(reference: Reference): { title: string; href: string } | undefined
}

const LETTERS: Record<string, number> = { L: 1, D: 2, C: 3, CO: 4 }
const BY_TYPE: Record<string, number> = { crm_lead: 1, crm_deal: 2, crm_contact: 3, crm_company: 4 }
const SETTINGS: Record<string, number> = { LEAD: 1, DEAL: 2, CONTACT: 3, COMPANY: 4 }

/** Reads what a value of a field points at: `15`, `CO_15`, `T40c_15`; null where it points at nothing known. */
export function referenceOf(name: string, field: FieldInfo, value: unknown): Reference | null {
  const [, letters, digits] = /^(?:([A-Z][A-Za-z0-9]*)_)?(\d+)$/.exec(textOf(value)) ?? []
  const id = Number(digits)
  if (!digits || id === 0) return null
  const entityTypeId = letters ? typeOfLetters(letters) : typeOfField(name, field)
  return entityTypeId === undefined ? null : { entityTypeId, id }
}

function typeOfLetters(letters: string): number | undefined {
  return LETTERS[letters] ?? (/^T[0-9a-f]+$/i.test(letters) ? Number.parseInt(letters.slice(1), 16) : undefined)
}

function typeOfField(name: string, field: FieldInfo): number | undefined {
  const parent = /^parentId(\d+)$/.exec(name)?.[1]
  if (parent) return Number(parent)
  if (field.type !== 'crm') return BY_TYPE[field.type]
  const allowed = Object.entries(field.settings ?? {}).find(([, flag]) => flag === 'Y')?.[0] ?? ''
  return SETTINGS[allowed] ?? (allowed.startsWith('DYNAMIC_') ? Number(allowed.slice('DYNAMIC_'.length)) : undefined)
}

/** Reads the names of everything the items point at, one question per kind. */
export async function loadReferences(desk: Desk, viewing: Viewing, wanted: Reference[]): Promise<References> {
  const names = new Map<string, { title: string; href: string }>()
  for (const entity of viewing.entities) {
    const ids = new Set(wanted.filter((one) => one.entityTypeId === entity.entityTypeId).map((one) => one.id))
    if (ids.size === 0) continue
    for (const item of await visible(desk, viewing, entity, [...ids]))
      names.set(keyOf(entity.entityTypeId, item.id), {
        title: itemTitle(entity, item),
        href: detailsUrl(entity, item.id),
      })
  }
  return { find: ({ entityTypeId, id }) => names.get(keyOf(entityTypeId, id)) }
}

/** A person without any right on a kind gets a refusal instead of a list: to him everything there is hidden. */
async function visible(desk: Desk, viewing: Viewing, entity: Entity, ids: number[]): Promise<Item[]> {
  const select = entity.entityTypeId === 3 ? ['id', 'name', 'lastName'] : ['id', 'title']
  try {
    const query = { filter: { '@id': ids }, select }
    return (await listItems(desk, viewing.viewer.id, entity.entityTypeId, query)).items
  } catch (error) {
    if (desk.isRefusal(error)) return []
    throw error
  }
}

/** The name of any item; a contact has no title of his own. */
export function itemTitle(entity: Entity, item: Item): string {
  if (entity.entityTypeId !== 3) return titleOf(entity, item.id, item.title)
  return titleOf(entity, item.id, [item.lastName, item.name].map(textOf).filter(Boolean).join(' '))
}

const keyOf = (entityTypeId: number, id: number): string => `${entityTypeId}_${id}`
