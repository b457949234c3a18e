import { PortalError } from '../errors.ts'
import type { BatchMemberAnswer } from '../portal/portal-client.ts'
import type { Item } from './indexers/item-reader.ts'
import { readId } from './indexers/portal-values.ts'

export const LIST_METHOD = 'crm.item.list'

/** Rows of one list call; the portal gives no more. */
export const PAGE_SIZE = 50

export interface PageQuery {
  entityTypeId: number
  select: readonly string[]
  /** Narrows the list; must not speak of ids. */
  filter?: Record<string, unknown>
}

/**
 * Several pages of items in one batch, in the order of their ids: each call starts after the last id of the one
 * before by citing its answer. Offsets would skip rows when others are deleted meanwhile.
 */
export function pageChain(query: PageQuery, afterId: number, pages: number) {
  const calls: Record<string, { method: string; params: Record<string, unknown> }> = {}
  for (let page = 0; page < pages; page += 1) {
    const after = page === 0 ? afterId : `$result[${keyOf(page - 1)}][items][${PAGE_SIZE - 1}][id]`
    calls[keyOf(page)] = {
      method: 'crm.item.list',
      params: {
        entityTypeId: query.entityTypeId,
        select: query.select,
        filter: { ...query.filter, '>id': after },
        order: { id: 'ASC' },
        start: -1,
        useOriginalUfNames: 'Y',
      },
    }
  }
  return calls
}

const keyOf = (page: number) => `page${page}`

export interface ReadPages {
  /** In the order of ids, without gaps between them. */
  pages: Item[][]
  /** The last page of the list is among them. */
  ended: boolean
  lastId: number
}

/**
 * Pages of a chain that may be believed. After a page that is not full the portal cites an id that is not there and
 * would begin again from the first row: whatever follows such a page is not looked at, and a page whose ids do not
 * go on where the last one stopped ends the chain. Throws PortalError when not even the first page came.
 */
export function readPageChain(answers: Record<string, BatchMemberAnswer>, afterId: number): ReadPages {
  const read: ReadPages = { pages: [], ended: false, lastId: afterId }
  for (let page = 0; keyOf(page) in answers && !read.ended; page += 1) {
    const answer = answers[keyOf(page)]!
    if (!answer.ok) {
      if (page > 0) break
      const retryable = answer.status === 429 || answer.status >= 500
      throw new PortalError('crm.item.list', answer.code, answer.status, { retryable })
    }
    const items = itemsOf(answer.result)
    const ids = items.map((item) => readId(item.id) ?? 0)
    if (ids.some((id, index) => id <= (index ? ids[index - 1]! : read.lastId))) {
      if (page > 0) break
      throw new PortalError('crm.item.list', 'WRONG_ORDER', 200, { retryable: false })
    }
    if (items.length) read.pages.push(items)
    read.lastId = ids.at(-1) ?? read.lastId
    read.ended = items.length < PAGE_SIZE
  }
  return read
}

/**
 * Rows of an answer of `crm.item.list`; an empty map comes as a list. Throws PortalError for an answer without rows:
 * taken for an empty list, it would delete everything we have.
 */
export function itemsOf(result: unknown): Item[] {
  const items = typeof result === 'object' && result !== null ? (result as { items?: unknown }).items : null
  if (typeof items !== 'object' || items === null)
    throw new PortalError('crm.item.list', 'UNREADABLE_ANSWER', 0, { retryable: true })
  const list: unknown[] = Array.isArray(items) ? items : Object.values(items)
  return list.filter((item): item is Item => typeof item === 'object' && item !== null)
}
