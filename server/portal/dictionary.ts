import type { Label } from '../../contract/codes.ts'
import { CARRIER_FIELDS } from './dictionary/carrier.ts'
import { stage, type FieldDefinition, type StageDefinition } from './dictionary/field.ts'
import { OFFER_FIELDS, OFFER_STAGES } from './dictionary/offer.ts'
import { ORDER_FIELDS, ORDER_STAGES } from './dictionary/order.ts'
import { REQUEST_FIELDS, REQUEST_STAGES } from './dictionary/request.ts'
import type { ProcessName } from './schema-map.ts'

export type { FieldDefinition, StageDefinition } from './dictionary/field.ts'

export type Parent = ProcessName | 'lead' | 'deal' | 'company'

/** One smart process of our default schema: what the installer creates where the portal has none. */
export interface ProcessDefinition {
  title: Label
  fields: FieldDefinition[]
  /** In the order of the funnel; empty: the process has no stages. */
  stages: StageDefinition[]
  parents: Parent[]
  /** Whether a card carries a client (company and contacts) of its own. */
  hasClient: boolean
}

/** The default schema, the only list of it: processes, titles, fields, stages and parents. */
export const DICTIONARY: Record<ProcessName, ProcessDefinition> = {
  request: {
    title: { ru: 'Запрос', en: 'Request' },
    fields: REQUEST_FIELDS,
    stages: REQUEST_STAGES,
    parents: ['lead', 'deal'],
    hasClient: true,
  },
  order: {
    title: { ru: 'Заявка', en: 'Order' },
    fields: ORDER_FIELDS,
    stages: ORDER_STAGES,
    parents: ['deal', 'request'],
    hasClient: true,
  },
  offer: {
    title: { ru: 'Предложения перевозчиков', en: 'Carrier offers' },
    fields: OFFER_FIELDS,
    stages: OFFER_STAGES,
    parents: ['request', 'order', 'company'],
    hasClient: true,
  },
  carrier: {
    title: { ru: 'База перевозчиков', en: 'Carrier base' },
    fields: CARRIER_FIELDS,
    stages: [],
    parents: ['company'],
    hasClient: true,
  },
}

const PAUSE = stage('PAUSE', 'Пауза в обработке', 'Paused', '#FFA900')

/**
 * Stages that native leads and deals get in addition, by the portal's dictionary of them: a permanent deal stands in
 * the stage of its most urgent order, or rests.
 */
export const NATIVE_STAGES: Record<'STATUS' | 'DEAL_STAGE', StageDefinition[]> = {
  STATUS: [PAUSE],
  DEAL_STAGE: [PAUSE, ...ORDER_STAGES.filter((one) => one.semantics === 'P')],
}

/** What a code is, wherever it stands: a code means the same in every process that has it. */
export const FIELD_OF_CODE: ReadonlyMap<string, FieldDefinition> = new Map(
  Object.values(DICTIONARY).flatMap(({ fields }) => fields.map((one) => [one.code, one] as const)),
)
