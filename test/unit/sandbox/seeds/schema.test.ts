import { expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { CARRIER, DEAL, LEAD, OFFER, ORDER, REQUEST, TODAY } from './read-seed.ts'

const seed = makeMogutin({ today: TODAY, scale: 1 })

function type(entityTypeId: number) {
  const found = seed.types.find((one) => one.entityTypeId === entityTypeId)
  if (!found) throw new Error(`No type ${entityTypeId}`)
  return found
}

function stages(entityTypeId: number): string[] {
  return type(entityTypeId).categories.flatMap((category) => category.stages.map((stage) => stage.statusId))
}

test('the four processes have their titles and parents', () => {
  expect(seed.types.map(({ id, entityTypeId, title }) => [id, entityTypeId, title])).toEqual([
    [5, REQUEST, 'Запрос'],
    [6, ORDER, 'Заявка'],
    [7, OFFER, 'Предложения перевозчиков'],
    [8, CARRIER, 'База перевозчиков'],
  ])
  expect(type(REQUEST).parents).toEqual([LEAD, DEAL])
  expect(type(ORDER).parents).toEqual([DEAL, REQUEST])
  expect(type(OFFER).parents).toEqual(expect.arrayContaining([REQUEST, ORDER]))
})

test('stages run from work to success to failure under the agreed ids', () => {
  expect(stages(REQUEST)).toEqual(['NEW', 'SEARCH', 'TRUCK', 'AGREEMENT', 'PAUSE', 'WON', 'LOST'])
  expect(stages(ORDER)).toEqual(['DOCUMENTS', 'SIGNING', 'LOADING', 'TRANSIT', 'UNLOADING', 'DONE', 'CANCELLED'])
  expect(stages(OFFER)).toEqual(['RECEIVED', 'BARGAIN', 'ACCEPTED', 'AWARDED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'])
  expect(type(CARRIER).isStagesEnabled).toBe(false)
  for (const one of seed.types) {
    const kinds = one.categories.flatMap((category) => category.stages.map((stage) => stage.semantics))
    const rank = kinds.map((kind) => [null, 'S', 'F'].indexOf(kind))
    expect(rank).toEqual([...rank].sort((a, b) => a - b))
  }
  expect(seed.nativeStages.STATUS?.map((stage) => stage.statusId)).toContain('PAUSE')
  expect(seed.nativeStages.DEAL_STAGE?.map((stage) => stage.statusId)).toContain('PAUSE')
})

test('fields are named by the row of their process and fit the portal', () => {
  for (const { id, fields } of seed.types) {
    const names = fields.map((field) => field.fieldName)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) {
      expect(name).toMatch(new RegExp(`^UF_CRM_${id}_[A-Z0-9_]+$`))
      expect(name.length).toBeLessThanOrEqual(50)
    }
  }
})

test('payment forms carry the VAT codes and name an own legal entity', () => {
  const forms = type(ORDER).fields.filter((field) => field.fieldName.endsWith('PAYMENT_FORM'))
  expect(forms).toHaveLength(2)
  for (const { items } of forms) {
    expect(items?.map((one) => one.xmlId)).toEqual(['22', '20', '10', '7', '5', '0', 'none', 'cash'])
    expect(items?.[0]?.value).toBe('ООО «Могутин Логистика», с НДС 22 %')
  }
})

test('personnel may read no request, logists read all of them, managers their department’s', () => {
  const read = (departmentId: number) => seed.rights.find((right) => right.departmentId === departmentId)?.read[REQUEST]
  const department = (name: string) => seed.departments.find((one) => one.name === name)?.id ?? 0
  expect(read(department('HR'))).toBe('none')
  expect(read(department('Отдел логистики'))).toBe('all')
  expect(read(department('Отдел продаж'))).toBe('department')
})
