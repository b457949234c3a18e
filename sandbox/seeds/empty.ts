import { CAST } from './cast.ts'
import { dayOf, minuteAt, momentText } from './days.ts'
import { phone } from './items/companies.ts'
import { makeDepartments } from './people/departments.ts'
import { makeNativeRights } from './people/rights.ts'
import { makeStaff } from './people/staff.ts'
import { CURRENCIES } from './portal.ts'
import { COMPANY, CONTACT, DEAL, LEAD } from './schema/process.ts'
import type { MakeSeed, SeedItem } from './seed.ts'

/** A portal nobody has fitted yet: people and a few native cards, no smart process. */
export const makeEmpty: MakeSeed = ({ today }) => ({
  name: 'empty',
  company: 'Могутин Логистика',
  language: 'ru',
  users: makeStaff(),
  departments: makeDepartments(),
  types: [],
  nativeFields: {},
  nativeStages: {},
  currencies: CURRENCIES,
  rights: makeNativeRights(),
  items: nativeCards(today),
  comments: [],
})

function nativeCards(today: string): SeedItem[] {
  const when = momentText(minuteAt(dayOf(today) - 1, 17 * 60))
  const card = (entityTypeId: number, id: number, fields: Record<string, unknown>): SeedItem => ({
    entityTypeId,
    id,
    fields: { assignedById: CAST.manager, createdBy: CAST.manager, createdTime: when, updatedTime: when, ...fields },
  })
  const money = { opportunity: 115000, currencyId: 'RUB' }
  return [
    card(COMPANY, 1, { title: 'ООО «Могутин Логистика»', typeId: 'OTHER', isMyCompany: 'Y' }),
    card(COMPANY, 2, { title: 'ООО «ТД Волжский берег»', typeId: 'CUSTOMER', fm: [phone('8 (800) 000-10-10')] }),
    card(COMPANY, 3, { title: 'ООО «Волга-Транс»', typeId: 'SUPPLIER', fm: [phone('+79430000011')] }),
    card(CONTACT, 1, {
      name: 'Елена',
      lastName: 'Уварова',
      companyId: 2,
      companyIds: [2],
      fm: [phone('+79430000012')],
    }),
    card(LEAD, 1, { title: 'Просят цену Москва — Казань', stageId: 'NEW', name: 'Пётр', sourceId: 'CALL', ...money }),
    card(LEAD, 2, { title: 'Перевозчик предлагает машину', stageId: 'IN_PROCESS', name: 'Ильдар', sourceId: 'CALL' }),
    card(DEAL, 1, {
      title: 'ТД Волжский берег',
      stageId: 'NEW',
      categoryId: 0,
      companyId: 2,
      contactIds: [1],
      ...money,
    }),
  ]
}
