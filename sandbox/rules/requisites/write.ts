import type { Shelf } from '../../state/shelf.ts'
import type { TextRecord } from '../../state/requisites.ts'
import type { Call } from '../method.ts'
import type { Params } from '../params.ts'
import { readRecord, type RecordField } from '../records.ts'
import { tell } from '../tell.ts'
import { formatInstant } from '../time.ts'

const nowOf = (call: Call): string => formatInstant(Math.floor(call.portal.now() / 1000))

/** Adds a row with what the portal itself writes into it; `event` is told with its id. */
export function addText(
  call: Call,
  shelf: Shelf<TextRecord>,
  fields: readonly RecordField[],
  raw: Params,
  event: string,
): TextRecord {
  const added = shelf.add({ values: {} })
  const own = { ACTIVE: 'Y', SORT: '500', DATE_CREATE: nowOf(call), CREATED_BY_ID: String(call.caller.userId) }
  const record = {
    id: added.id,
    values: { ...own, ...readRecord(fields, raw, true), ID: String(added.id) },
  }
  shelf.save(record)
  tell(call, event, { FIELDS: { ID: record.id } })
  return record
}

export function updateText(
  call: Call,
  shelf: Shelf<TextRecord>,
  fields: readonly RecordField[],
  record: TextRecord,
  raw: Params,
  event: string,
): void {
  const own = { DATE_MODIFY: nowOf(call), MODIFY_BY_ID: String(call.caller.userId) }
  shelf.save({ id: record.id, values: { ...record.values, ...readRecord(fields, raw, false), ...own } })
  tell(call, event, { FIELDS: { ID: record.id } })
}
