import { PortalError } from '../errors.ts'
import type { Log } from '../log.ts'
import { PROCESS_NAMES, type ProcessName, type SchemaMap } from '../portal/schema-map.ts'
import { writeMeta } from '../store/meta.ts'
import type { OpenPortalCopy, PortalCopy } from './portal-copy.ts'

/** A field of ours that somebody has done away with in the portal. */
export interface LostField {
  process: ProcessName
  code: string
  name: string
}

/**
 * Reads the portal for its copy. A portal refuses a whole list for one field it no longer has: then what is gone is
 * left out of the map, so that only this field is missing from then on, and the reading begins again.
 */
export async function readPastLostFields<Result>(
  open: OpenPortalCopy,
  memberId: string,
  log: Log,
  read: (copy: PortalCopy) => Promise<Result>,
  /** The map was changed. */
  onLost: (memberId: string) => void = () => undefined,
): Promise<Result> {
  const copy = await open(memberId)
  try {
    return await read(copy)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'INVALID_ARG_VALUE') throw error
    const lost = await lostFields(copy)
    if (lost.length === 0) throw error
    await writeMeta(copy.store, 'schemaMap', withoutFields(copy.map, lost))
    log.warn(
      { memberId, lost: lost.map(({ process, code }) => `${process} ${code}`) },
      'fields are gone from the portal',
    )
    onLost(memberId)
    return read(await open(memberId))
  }
}

async function lostFields({ client, map }: PortalCopy): Promise<LostField[]> {
  const answers = await client.batch(
    Object.fromEntries(
      PROCESS_NAMES.map((name) => {
        const params = { entityTypeId: map.processes[name].entityTypeId, useOriginalUfNames: 'Y' }
        return [name, { method: 'crm.item.fields', params }]
      }),
    ),
  )
  return PROCESS_NAMES.flatMap((process) => {
    const answer = answers[process]
    const known = answer?.ok ? (answer.result as { fields?: Record<string, unknown> } | null)?.fields : undefined
    // An answer that names no fields at all says nothing of any.
    if (!known || Object.keys(known).length === 0) return []
    return Object.entries(map.processes[process].fields)
      .filter(([, { name }]) => !Object.hasOwn(known, name))
      .map(([code, { name }]) => ({ process, code, name }))
  })
}

function withoutFields(map: SchemaMap, lost: readonly LostField[]): SchemaMap {
  const processes = structuredClone(map.processes)
  for (const { process, code } of lost) delete processes[process].fields[code]
  return { ...map, processes }
}
