import { dayOf, dayText, minuteAt, momentText } from '../days.ts'
import { mix, Random } from '../random.ts'
import type { SeedItem, SeedType } from '../seed.ts'
import { own, ownChoice, ownCompany, type OwnField } from './own-field.ts'
import { ownColumns, ownType } from './own-process.ts'

/**
 * What else lives in a portal that has grown for years: nineteen processes that have nothing to do with finding a
 * truck, some of them called or built almost like those that do.
 */
interface Other {
  title: string
  fields: readonly OwnField[]
  /** How many items a year. */
  yearly: number
  hasStages?: boolean
}

const DONE = { yes: 'Готово', no: 'В работе' }
const text = (label: string) => own(null, 'string', label)
const day = (label: string) => own(null, 'date', label)
const money = (label: string) => own(null, 'money', label)
const person = (label: string) => own(null, 'employee', label)

const OTHERS: readonly Other[] = [
  { title: 'Запросы в бухгалтерию', fields: [text('Что нужно'), day('К какому дню'), money('Сумма')], yearly: 60 },
  { title: 'Заявки на отпуск', fields: [day('С какого дня'), day('По какой день'), person('Замещает')], yearly: 40 },
  {
    title: 'Договоры',
    fields: [text('Номер договора'), day('Дата договора'), ownCompany(null, 'Контрагент')],
    yearly: 80,
  },
  {
    title: 'Тарифная сетка',
    fields: [text('Откуда'), text('Куда'), money('Тариф за рейс'), ownChoice(null, 'Тип ТС', { a: 'Тент', b: 'Реф' })],
    yearly: 50,
    hasStages: false,
  },
  {
    title: 'Автопарк',
    fields: [text('Гос. номер'), text('VIN'), own(null, 'double', 'Грузоподъёмность, т'), day('ТО до')],
    yearly: 6,
    hasStages: false,
  },
  {
    title: 'Водители',
    fields: [text('ФИО водителя'), text('Телефон водителя'), day('Права до')],
    yearly: 30,
    hasStages: false,
  },
  { title: 'Претензии', fields: [ownCompany(null, 'Кому'), money('Сумма претензии'), text('Суть')], yearly: 25 },
  {
    title: 'Счета подрядчиков',
    fields: [ownCompany(null, 'Подрядчик'), money('Сумма счёта'), day('Оплатить до')],
    yearly: 120,
  },
  { title: 'Доверенности', fields: [text('На кого'), day('Действует до')], yearly: 70 },
  { title: 'Акты сверки', fields: [ownCompany(null, 'Контрагент'), day('За период по'), money('Сальдо')], yearly: 40 },
  { title: 'Командировки', fields: [text('Куда'), day('Отъезд'), day('Возврат'), money('Бюджет')], yearly: 15 },
  { title: 'Заявки на пропуск', fields: [text('Гос. номер'), day('На какой день'), text('ФИО водителя')], yearly: 90 },
  { title: 'Подбор персонала', fields: [text('Должность'), money('Оклад'), ownChoice(null, 'Итог', DONE)], yearly: 10 },
  { title: 'Закупки', fields: [text('Что покупаем'), money('Цена'), person('Кто просил')], yearly: 30 },
  { title: 'Обращения в ИТ', fields: [text('Проблема'), ownChoice(null, 'Состояние', DONE)], yearly: 100 },
  { title: 'Страховые случаи', fields: [text('Номер полиса'), money('Ущерб'), day('Дата случая')], yearly: 8 },
  { title: 'Тендеры', fields: [text('Площадка'), text('Направления'), money('Объём'), day('Подача до')], yearly: 20 },
  { title: 'Простои', fields: [money('Сумма простоя'), text('Где стояли'), own(null, 'integer', 'Часов')], yearly: 35 },
  {
    title: 'Оценка качества',
    fields: [own(null, 'integer', 'Оценка клиента'), text('Отзыв'), person('Кто опросил')],
    yearly: 60,
  },
]

const FIRST_TYPE = 101
const FIRST_ENTITY_TYPE = 1102
const FIRST_CATEGORY = 201
const STAGES = [
  { statusId: 'NEW', name: 'Начало', color: '#55D0E0', semantics: null },
  { statusId: 'PREPARATION', name: 'В работе', color: '#FFA900', semantics: null },
  { statusId: 'SUCCESS', name: 'Сделано', color: '#7BD500', semantics: 'S' as const },
  { statusId: 'FAIL', name: 'Отменено', color: '#FF5752', semantics: 'F' as const },
]

const PLANS = OTHERS.map((other, index) => {
  const id = FIRST_TYPE + index
  const columns = ownColumns(id, other.fields)
  const plan = {
    id,
    entityTypeId: FIRST_ENTITY_TYPE + index * 4,
    categoryId: FIRST_CATEGORY + index,
    title: other.title,
    parents: [],
    fields: other.fields,
    stages: other.hasStages === false ? [] : STAGES,
  }
  return { other, plan, columns, type: ownType(plan, columns) }
})

export const OTHER_TYPES: readonly SeedType[] = PLANS.map((one) => one.type)

const YEARS = 4

/** Four years of rows of each; what a text says hardly matters, that it is there does. */
export function* otherItems(
  today: string,
  staff: readonly number[],
  companies: readonly number[],
): Generator<SeedItem> {
  const end = dayOf(today)
  for (const { other, plan, columns } of PLANS) {
    const count = other.yearly * YEARS
    for (let id = 1; id <= count; id += 1) {
      const random = new Random(mix(plan.id, id))
      const when = end - YEARS * 365 + Math.floor((id * YEARS * 365) / (count + 1))
      const fields: Record<string, unknown> = {
        title: `${other.title} № ${id}`,
        categoryId: plan.categoryId,
        assignedById: random.pick(staff),
        createdTime: momentText(minuteAt(when, random.integer(540, 1080))),
      }
      if (plan.stages.length)
        fields.stageId = `DT${plan.entityTypeId}_${plan.categoryId}:${random.pick(plan.stages).statusId}`
      for (const { field, name, elements } of columns)
        fields[name] = valueOf(field, [...elements.values()], random, when, staff, companies)
      yield { entityTypeId: plan.entityTypeId, id, fields }
    }
  }
}

const PLACES = ['Москва', 'Казань', 'Самара', 'СПб', 'Екатеринбург']

function valueOf(
  { type, label }: OwnField,
  elements: readonly number[],
  random: Random,
  when: number,
  staff: readonly number[],
  companies: readonly number[],
): unknown {
  if (type === 'enumeration') return random.pick(elements)
  if (type === 'employee') return random.pick(staff)
  if (type === 'crm') return random.pick(companies)
  if (type === 'date') return dayText(when + random.integer(1, 30))
  if (type === 'money') return `${random.integer(1, 300) * 500}|RUB`
  if (type === 'integer' || type === 'double') return random.integer(1, 20)
  if (label === 'Откуда' || label === 'Куда') return random.pick(PLACES)
  return `${label}: запись ${random.integer(100, 999)}`
}
