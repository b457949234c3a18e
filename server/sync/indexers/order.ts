import type { SchemaMap } from '../../portal/schema-map.ts'
import type { LoadRow } from '../../store/schema.ts'
import { createItemReader, type Item } from './item-reader.ts'
import { indexLoad } from './load.ts'
import type { FindPlace } from './place-finder.ts'

/** An agreed transport: the load, and who carries it for how much. */
export function indexOrder(item: Item, map: SchemaMap, findPlace: FindPlace): LoadRow | null {
  const row = indexLoad(item, 'order', map, findPlace)
  if (!row) return null
  const read = createItemReader(item, map.processes.order)
  const rate = read.money('CARRIER_RATE')
  return {
    ...row,
    carrierCompanyId: read.companyId('CARRIER'),
    carrierRateMinor: rate?.minor ?? null,
    carrierRateCurrency: rate?.currency ?? null,
    carrierVat: read.vatOfForm('CARRIER_PAYMENT_FORM', 'CARRIER_RATE', row.createdAt),
    vehiclePlate: read.text('VEHICLE_PLATE', 40),
    trailerPlate: read.text('TRAILER_PLATE', 40),
    loadedAt: read.moment('LOADED_AT'),
    unloadedAt: read.moment('UNLOADED_AT'),
    logistId: read.userId('LOGIST'),
    managerId: read.userId('MANAGER'),
  }
}
