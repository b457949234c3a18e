import { expect, test } from 'vitest'
import { planFunnel, type PortalStage } from '../../../server/install/plan-funnel.ts'
import { DICTIONARY, NATIVE_STAGES } from '../../../server/portal/dictionary.ts'

const PREFIX = 'DT1036_10:'
const wanted = DICTIONARY.request.stages
const stages = (...rows: [code: string, name: string, semantics?: 'P' | 'S' | 'F'][]): PortalStage[] =>
  rows.map(([code, name, semantics = 'P'], index) => ({
    id: index + 1,
    statusId: PREFIX + code,
    name,
    sort: (index + 1) * 10,
    semantics,
  }))
const NEWBORN = stages(
  ['NEW', 'Начало'],
  ['PREPARATION', 'Подготовка'],
  ['CLIENT', 'Согласование'],
  ['SUCCESS', 'Успех', 'S'],
  ['FAIL', 'Провал', 'F'],
)

test('a funnel we have just made loses what we have no use for, and its ends take our names', () => {
  const plan = planFunnel(NEWBORN, PREFIX, wanted, true)
  expect(plan.removed.map((stage) => stage.statusId)).toEqual([`${PREFIX}PREPARATION`, `${PREFIX}CLIENT`])
  expect(plan.changed.map(({ stage, rename }) => [stage.name, rename?.code])).toEqual([
    ['Начало', 'NEW'],
    ['Успех', 'WON'],
    ['Провал', 'LOST'],
  ])
  expect(plan.added.map((one) => one.statusId)).toEqual(['SEARCH', 'TRUCK', 'AGREEMENT', 'PAUSE'])
  expect(plan.ids.WON).toBe(`${PREFIX}SUCCESS`)
  expect(plan.ids.SEARCH).toBe(`${PREFIX}SEARCH`)
})

test('success stands behind everything in progress and before every failure', () => {
  const plan = planFunnel(NEWBORN, PREFIX, wanted, true)
  const sortOf = (code: string) => plan.changed.find(({ rename }) => rename?.code === code)!.sort
  const progress = Math.max(sortOf('NEW'), ...plan.added.map((one) => one.sort))
  expect(sortOf('WON')).toBeGreaterThan(progress)
  expect(sortOf('LOST')).toBeGreaterThan(sortOf('WON'))
})

test('a funnel that has our stages, by code or by name, is left as it is', () => {
  const own = stages(
    ['NEW', 'Новый'],
    ['UC_1', 'Поиск Перевозчика'],
    ['TRUCK', 'Нужно ставить авто'],
    ['UC_2', 'Звонок другу'],
    ['AGREEMENT', 'Согласование'],
    ['PAUSE', 'Пауза'],
    ['SUCCESS', 'Ура', 'S'],
    ['LOST', 'Отказ', 'F'],
  )
  const plan = planFunnel(own, PREFIX, wanted, false)
  expect(plan).toMatchObject({ removed: [], changed: [], added: [] })
  expect(plan.ids).toMatchObject({ SEARCH: `${PREFIX}UC_1`, WON: `${PREFIX}SUCCESS` })
})

test('stages of a customer’s funnel are neither renamed nor removed, also in one that looks new', () => {
  const plan = planFunnel(NEWBORN, PREFIX, wanted, false)
  expect(plan.removed).toEqual([])
  expect(plan.changed.every(({ rename }) => rename === null)).toBe(true)
  expect(plan.ids.NEW).toBe(`${PREFIX}NEW`)
  expect(plan.added.map((one) => one.definition.code)).toEqual(['SEARCH', 'TRUCK', 'AGREEMENT', 'PAUSE', 'LOST'])
})

test('leads get their pause before the portal’s own success', () => {
  const native: PortalStage[] = [
    { id: 1, statusId: 'NEW', name: 'Не обработан', sort: 10, semantics: 'P' },
    { id: 2, statusId: 'CONVERTED', name: 'Качественный', sort: 20, semantics: 'S' },
    { id: 3, statusId: 'JUNK', name: 'Некачественный', sort: 30, semantics: 'F' },
  ]
  const plan = planFunnel(native, '', NATIVE_STAGES.STATUS, false)
  expect(plan.added).toMatchObject([{ statusId: 'PAUSE', sort: 20 }])
  expect(plan.changed.map(({ stage, sort }) => [stage.statusId, sort])).toEqual([
    ['CONVERTED', 30],
    ['JUNK', 40],
  ])
})

test('a stage id never outgrows the portal’s column', () => {
  const prefix = 'DT1036_10000:'
  const plan = planFunnel([], prefix, wanted, true)
  expect(Object.values(plan.ids).every((id) => id.length <= 21 && id.startsWith(prefix))).toBe(true)
})
