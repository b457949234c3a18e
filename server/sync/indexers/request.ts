import type { SchemaMap } from '../../portal/schema-map.ts'
import type { LoadRow } from '../../store/schema.ts'
import type { Item } from './item-reader.ts'
import { indexLoad } from './load.ts'
import type { FindPlace } from './place-finder.ts'

/** A client's request: a load that has no carrier yet. */
export function indexRequest(item: Item, map: SchemaMap, findPlace: FindPlace): LoadRow | null {
  const row = indexLoad(item, 'request', map, findPlace)
  return row && { ...row, requestId: null }
}
