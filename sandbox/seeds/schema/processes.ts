import { CARRIER_FIELDS } from './carrier-fields.ts'
import { OFFER_FIELDS } from './offer-fields.ts'
import { ORDER_FIELDS } from './order-fields.ts'
import { COMPANY, CONTACT, DEAL, LEAD, Process } from './process.ts'
import { REQUEST_FIELDS } from './request-fields.ts'
import { OFFER_STAGES, ORDER_STAGES, REQUEST_STAGES } from './stages.ts'

export const REQUEST = new Process({
  id: 5,
  entityTypeId: 1036,
  categoryId: 10,
  title: 'Запрос',
  stages: REQUEST_STAGES,
  parents: [LEAD, DEAL],
  fields: REQUEST_FIELDS,
})

export const ORDER = new Process({
  id: 6,
  entityTypeId: 1040,
  categoryId: 11,
  title: 'Заявка',
  stages: ORDER_STAGES,
  parents: [DEAL, REQUEST.entityTypeId],
  fields: ORDER_FIELDS,
})

export const OFFER = new Process({
  id: 7,
  entityTypeId: 1044,
  categoryId: 12,
  title: 'Предложения перевозчиков',
  stages: OFFER_STAGES,
  parents: [REQUEST.entityTypeId, ORDER.entityTypeId, COMPANY],
  fields: OFFER_FIELDS,
})

export const CARRIER = new Process({
  id: 8,
  entityTypeId: 1048,
  categoryId: 13,
  title: 'База перевозчиков',
  stages: [],
  parents: [COMPANY, CONTACT],
  fields: CARRIER_FIELDS,
})

export const PROCESSES = [REQUEST, ORDER, OFFER, CARRIER] as const
