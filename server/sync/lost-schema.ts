import { PortalError } from '../errors.ts'
import type { Log } from '../log.ts'
import { FIELD_OF_CODE } from '../portal/dictionary.ts'
import { PROCESS_NAMES, type ProcessName, type SchemaMap } from '../portal/schema-map.ts'
import { readMeta, writeMeta } from '../store/meta.ts'
import type { OpenPortalCopy, PortalCopy } from './portal-copy.ts'

/** A field of ours that somebody has done away with in the portal; kept until its administrator was told. */
export interface LostField {
  process: ProcessName
  code: string
  /** What the portal called it. */
  label: string
}

/**
 * Reads the portal for its copy. A portal refuses a whole list for one field it no longer has, and every list of a
 * process it no longer has: then what is gone is left out of the map, so that only this is missing from then on, and
 * the reading begins again.
 */
export async function readPastLosses<Result>(
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
    if (!(error instanceof PortalError)) throw error
    if (error.code === 'NOT_FOUND') {
      const left = await withoutLostProcesses(copy)
      if (!left) throw error
      await writeMeta(copy.store, 'schemaMap', left)
      log.warn({ memberId }, 'a process is gone from the portal')
      onLost(memberId)
      return read(await open(memberId))
    }
    if (error.code !== 'INVALID_ARG_VALUE') throw error
    const lost = await lostFields(copy)
    if (lost.length === 0) throw error
    const untold = (await readMeta<LostField[]>(copy.store, 'lostFields')) ?? []
    await copy.store.transaction().execute(async (transaction) => {
      await writeMeta(transaction, 'schemaMap', withoutFields(copy.map, lost))
      await writeMeta(transaction, 'lostFields', [...untold, ...lost])
    })
    log.warn(
      { memberId, lost: lost.map(({ process, code }) => `${process} ${code}`) },
      'fields are gone from the portal',
    )
    onLost(memberId)
    return read(await open(memberId))
  }
}

/** The map with processes marked that the portal does not know any more; null when it knows all it was asked about. */
async function withoutLostProcesses(copy: PortalCopy): Promise<SchemaMap | null> {
  const answers = await askFields(copy)
  // A portal that knows none of them has rather failed to answer.
  if (!PROCESS_NAMES.some((name) => answers[name]?.ok)) return null
  const lost = PROCESS_NAMES.filter((name) => {
    const answer = answers[name]
    return !copy.map.processes[name].isGone && answer && !answer.ok && answer.code === 'NOT_FOUND'
  })
  if (!lost.length) return null
  const processes = structuredClone(copy.map.processes)
  for (const name of lost) processes[name].isGone = true
  return { ...copy.map, processes }
}

function askFields({ client, map }: PortalCopy) {
  return client.batch(
    Object.fromEntries(
      PROCESS_NAMES.map((name) => {
        const params = { entityTypeId: map.processes[name].entityTypeId, useOriginalUfNames: 'Y' }
        return [name, { method: 'crm.item.fields', params }]
      }),
    ),
  )
}

async function lostFields(copy: PortalCopy): Promise<LostField[]> {
  const { map } = copy
  const answers = await askFields(copy)
  return PROCESS_NAMES.flatMap((process) => {
    const answer = answers[process]
    const known = answer?.ok ? (answer.result as { fields?: Record<string, unknown> } | null)?.fields : undefined
    // An answer that names no fields at all says nothing of any.
    if (!known || Object.keys(known).length === 0) return []
    return Object.entries(map.processes[process].fields)
      .filter(([, { name }]) => !Object.hasOwn(known, name))
      .map(([code, { name, label }]) => ({ process, code, label: label ?? FIELD_OF_CODE.get(code)?.label.ru ?? name }))
  })
}

function withoutFields(map: SchemaMap, lost: readonly LostField[]): SchemaMap {
  const processes = structuredClone(map.processes)
  for (const { process, code } of lost) delete processes[process].fields[code]
  return { ...map, processes }
}
