import { z } from 'zod'
import { cardReference } from '../../../contract/card.ts'
import { NATIVE_TYPES, typeIdOfCard, type MappedProcess, type SchemaMap } from '../../portal/schema-map.ts'
import { isSameValue } from '../../portal/same-value.ts'
import { writeFields } from '../../portal/written-values.ts'
import { DeliveryRefusedError, type Command, type Delivery } from '../command.ts'

const scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ minor: z.number().int(), currency: z.string() }),
])
/** Values under our field codes, `assignedById` and `title`; of a native card, under the portal's own camelCase names. */
const values = z.record(z.string(), z.union([scalar, z.array(z.union([z.string(), z.number()]))]))

export const updateItemPayload = z.object({
  card: cardReference,
  values: values.default({}),
  /**
   * What may stand there now: our copy, and what our own earlier writes will have put there. A field that holds
   * neither one of these nor the new value was changed by somebody else, and is not overwritten. A code that is in
   * none of them is written whatever stands there.
   */
  before: z.array(values).default([]),
  /** Move to this stage, but only from one of these: our stage codes; of a native card the portal's own ids. */
  stage: z
    .object({ to: z.string(), from: z.array(z.string()).nullable() })
    .nullable()
    .default(null),
})
export type UpdateItemPayload = z.infer<typeof updateItemPayload>

/**
 * Changes fields of an item, and its stage. Proof: read back and compare. A value that somebody else has changed
 * meanwhile is not overwritten.
 */
export const updateItem: Command<UpdateItemPayload> = {
  name: 'update-item',
  payload: updateItemPayload,
  touched: ({ card }) => card,

  async send(delivery) {
    const { client, map, payload } = delivery
    const standing = await read(delivery)
    const wanted = written(payload.values, payload, map)
    const open = Object.entries(wanted).filter(([name, value]) => !isSameValue(standing[name], value))
    for (const [name] of open) refuseIfChanged(name, standing[name], payload, map)
    const stage = stageId(payload, map)
    const moves = stage !== null && standing.stageId !== stage
    if (moves) refuseIfElsewhere(String(standing.stageId ?? ''), payload, map)
    if (!moves && open.length === 0) return payload.card.id
    await client.call('crm.item.update', {
      entityTypeId: typeIdOfCard(payload.card.kind, map),
      id: payload.card.id,
      useOriginalUfNames: 'Y',
      fields: { ...Object.fromEntries(open), ...(moves && { stageId: stage }) },
    })
    return payload.card.id
  },

  async findProof(delivery) {
    const { map, payload } = delivery
    const standing = await read(delivery)
    const stage = stageId(payload, map)
    const stands =
      (stage === null || standing.stageId === stage) &&
      Object.entries(written(payload.values, payload, map)).every(([name, value]) => isSameValue(standing[name], value))
    return stands ? { portalId: payload.card.id } : null
  },
}

function processOf({ card }: UpdateItemPayload, map: SchemaMap): MappedProcess | null {
  return card.kind in NATIVE_TYPES ? null : map.processes[card.kind as keyof SchemaMap['processes']]
}

function written(given: UpdateItemPayload['values'], payload: UpdateItemPayload, map: SchemaMap) {
  const process = processOf(payload, map)
  return process ? { ...standardOf(given), ...writeFields(process, given) } : given
}

/** Fields every card has, under the portal's own names whatever its kind. */
const STANDARD = ['assignedById', 'title']

function standardOf(given: UpdateItemPayload['values']) {
  return Object.fromEntries(Object.entries(given).filter(([name]) => STANDARD.includes(name)))
}

function stageId(payload: UpdateItemPayload, map: SchemaMap): string | null {
  return payload.stage && stageOf(payload.stage.to, payload, map)
}

function stageOf(code: string, payload: UpdateItemPayload, map: SchemaMap): string {
  const process = processOf(payload, map)
  if (!process) return code
  const full = process.stages[code]
  if (!full) throw new DeliveryRefusedError('field_missing', `This portal has no stage ${code}`)
  return full
}

function refuseIfChanged(name: string, standing: unknown, payload: UpdateItemPayload, map: SchemaMap): void {
  const known = payload.before.map((one) => written(one, payload, map)).filter((one) => Object.hasOwn(one, name))
  if (known.length === 0 || known.some((one) => isSameValue(standing, one[name]))) return
  throw new DeliveryRefusedError('changed_meanwhile', 'The card was changed by somebody else')
}

function refuseIfElsewhere(standing: string, payload: UpdateItemPayload, map: SchemaMap): void {
  const from = payload.stage?.from?.map((code) => stageOf(code, payload, map))
  if (from && !from.includes(standing))
    throw new DeliveryRefusedError('changed_meanwhile', 'The card was moved by somebody else')
}

async function read({ client, map, payload }: Delivery<UpdateItemPayload>): Promise<Record<string, unknown>> {
  const answer = await client.call<{ item: Record<string, unknown> }>('crm.item.get', {
    entityTypeId: typeIdOfCard(payload.card.kind, map),
    id: payload.card.id,
    useOriginalUfNames: 'Y',
  })
  return answer.result.item
}
