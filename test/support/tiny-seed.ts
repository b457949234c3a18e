import type { MakeSeed, SeedField, SeedItem, SeedRights } from '../../sandbox/seeds/seed.ts'

/** Ids of the tiny forwarder «Рейс-Тест», for tests that drive the sandbox itself. */
export const tiny = {
  admin: 1,
  salesHead: 2,
  manager: 3,
  logist: 4,
  leads: 1,
  deals: 2,
  contacts: 3,
  companies: 4,
  requests: 1036,
  offers: 1040,
  requestRow: 7,
  offerRow: 9,
} as const

const requestFields: SeedField[] = [
  { fieldName: 'UF_CRM_7_LOAD_PLACE', userTypeId: 'string', label: { ru: 'Место загрузки', en: 'Loading place' } },
  { fieldName: 'UF_CRM_7_WEIGHT_KG', userTypeId: 'double', label: { ru: 'Вес', en: 'Weight' } },
  { fieldName: 'UF_CRM_7_VOLUME_M3', userTypeId: 'double', label: { ru: 'Объём', en: 'Volume' } },
  { fieldName: 'UF_CRM_7_LOADING_ALL', userTypeId: 'boolean', label: { ru: 'Вся загрузка', en: 'All loading' } },
  { fieldName: 'UF_CRM_7_LOAD_FROM_AT', userTypeId: 'datetime', label: { ru: 'Загрузка с', en: 'Loading from' } },
  { fieldName: 'UF_CRM_7_NEXT_CONTACT_ON', userTypeId: 'date', label: { ru: 'Связаться', en: 'Next contact' } },
  { fieldName: 'UF_CRM_7_TARGET_RATE', userTypeId: 'money', label: { ru: 'Целевая ставка', en: 'Target rate' } },
  {
    fieldName: 'UF_CRM_7_BODY',
    userTypeId: 'enumeration',
    multiple: true,
    label: { ru: 'Кузов', en: 'Body' },
    items: [
      { id: 101, xmlId: 'tent', value: 'тент' },
      { id: 102, xmlId: 'reefer', value: 'рефрижератор' },
    ],
  },
  {
    fieldName: 'UF_CRM_7_KIND',
    userTypeId: 'enumeration',
    label: { ru: 'Вид', en: 'Kind' },
    items: [
      { id: 111, xmlId: 'price_inquiry', value: 'Узнать стоимость' },
      { id: 112, xmlId: 'truck_needed', value: 'Нужно ставить авто' },
    ],
  },
]

const rights: SeedRights[] = [
  {
    departmentId: 2,
    read: { [tiny.requests]: 'department', [tiny.leads]: 'own' },
    write: { [tiny.requests]: 'own' },
  },
  { departmentId: 3, read: { [tiny.leads]: 'none' }, write: { [tiny.leads]: 'none' } },
]

/** A portal of four people, three companies and a handful of requests. `scale` multiplies the requests. */
export const makeTiny: MakeSeed = ({ scale }) => ({
  name: 'tiny',
  company: 'Рейс-Тест',
  language: 'ru',
  users: [
    user(tiny.admin, 'Ольга', 'Могутина', [1], { isAdmin: true }),
    user(tiny.salesHead, 'Игорь', 'Соколов', [2], {}),
    user(tiny.manager, 'Анна', 'Лебедева', [2], {}),
    user(tiny.logist, 'Пётр', 'Иванов', [3], {}),
  ],
  departments: [
    { id: 1, name: 'Рейс-Тест', parentId: null, headId: tiny.admin },
    { id: 2, name: 'Продажи', parentId: 1, headId: tiny.salesHead },
    { id: 3, name: 'Логистика', parentId: 1, headId: null },
  ],
  types: [
    {
      id: tiny.requestRow,
      entityTypeId: tiny.requests,
      title: 'Запрос',
      isStagesEnabled: true,
      isClientEnabled: true,
      categories: [
        {
          id: 10,
          name: 'Общая',
          isDefault: true,
          stages: [
            { statusId: 'NEW', name: 'Новый', color: '#39A8EF', semantics: null },
            { statusId: 'SEARCH', name: 'Поиск перевозчика', color: '#2FC6F6', semantics: null },
            { statusId: 'WON', name: 'Успешно', color: '#7BD500', semantics: 'S' },
            { statusId: 'LOST', name: 'Отказ', color: '#FF5752', semantics: 'F' },
          ],
        },
      ],
      fields: requestFields,
      parents: [tiny.leads, tiny.deals],
    },
    {
      id: tiny.offerRow,
      entityTypeId: tiny.offers,
      title: 'Предложение перевозчика',
      isStagesEnabled: false,
      isClientEnabled: true,
      categories: [{ id: 12, name: 'Общая', isDefault: true, stages: [] }],
      fields: [
        { fieldName: 'UF_CRM_9_RATE', userTypeId: 'money', label: { ru: 'Ставка', en: 'Rate' } },
        {
          fieldName: 'UF_CRM_9_CARRIER',
          userTypeId: 'crm',
          settings: { COMPANY: 'Y' },
          label: { ru: 'Перевозчик', en: 'Carrier' },
        },
      ],
      parents: [tiny.requests],
    },
  ],
  nativeFields: {},
  nativeStages: { STATUS: [{ statusId: 'PAUSE', name: 'Пауза в обработке', color: '#FFA900', semantics: null }] },
  currencies: [
    { code: 'RUB', rate: 1, isBase: true },
    { code: 'USD', rate: 92.5, isBase: false },
  ],
  rights,
  items: items(scale),
  comments: [
    {
      entityTypeId: tiny.requests,
      entityId: 1,
      authorId: tiny.manager,
      text: 'Клиент просит поставить машину до обеда.',
      createdAt: '2025-11-20T09:30:00+03:00',
    },
  ],
})

function user(id: number, name: string, lastName: string, departmentIds: number[], more: { isAdmin?: boolean }) {
  return { id, name, lastName, email: `user${id}@reis.example`, workPosition: 'Сотрудник', departmentIds, ...more }
}

const cities = ['г. Москва', 'СПб', 'Казань', 'Н.Новгород (Кстово)', 'МО Подольск']

function* items(scale: number): Generator<SeedItem> {
  const created = '2025-11-01T10:00:00+03:00'
  for (const [index, title] of ['ООО «Волга-Транс»', 'ИП Сидоров', 'АО «Клиент»'].entries())
    yield {
      entityTypeId: tiny.companies,
      id: index + 2,
      fields: {
        title,
        typeId: index === 2 ? 'CUSTOMER' : 'SUPPLIER',
        assignedById: tiny.admin,
        createdTime: created,
        fm: [
          { typeId: 'PHONE', valueType: 'WORK', value: `+7 999 000-00-0${index}` },
          { typeId: 'EMAIL', valueType: 'WORK', value: `mail${index}@carrier.example` },
        ],
      },
    }
  yield {
    entityTypeId: tiny.leads,
    id: 5,
    fields: { title: 'Звонок с сайта', stageId: 'NEW', assignedById: tiny.manager, createdTime: created },
  }
  for (let id = 1; id <= 12 * scale; id += 1)
    yield {
      entityTypeId: tiny.requests,
      id,
      fields: {
        title: `Запрос ${id}`,
        stageId: id % 4 === 0 ? 'DT1036_10:WON' : 'DT1036_10:NEW',
        assignedById: id % 2 === 0 ? tiny.salesHead : tiny.manager,
        createdTime: created,
        companyId: 4,
        parentId1: 5,
        UF_CRM_7_LOAD_PLACE: cities[id % cities.length],
        UF_CRM_7_WEIGHT_KG: 1000 * (id % 20),
        UF_CRM_7_BODY: id % 3 === 0 ? [101, 102] : [101],
        UF_CRM_7_LOADING_ALL: id % 2 === 0 ? 'Y' : 'N',
        UF_CRM_7_LOAD_FROM_AT: '2025-11-27T08:00:00+03:00',
        UF_CRM_7_TARGET_RATE: `${50_000 + id}|RUB`,
      },
    }
}
