import type { Method } from '../rules/method.ts'
import { crmModule, userTypes } from '../rules/user-field-access.ts'

const titles: Record<string, string> = {
  string: 'Строка',
  integer: 'Целое число',
  double: 'Число',
  boolean: 'Да/Нет',
  date: 'Дата',
  datetime: 'Дата со временем',
  enumeration: 'Список',
  money: 'Деньги',
  file: 'Файл',
  url: 'Ссылка',
  address: 'Адрес',
  employee: 'Привязка к сотруднику',
  crm: 'Привязка к элементам CRM',
  crm_status: 'Привязка к справочникам CRM',
}

export const method: Method = {
  scope: 'userfieldconfig',
  run(call) {
    crmModule(call)
    const types = [...userTypes].map((userTypeId) => [
      userTypeId,
      { userTypeId, description: titles[userTypeId] ?? userTypeId },
    ])
    return { result: { types: Object.fromEntries(types) as unknown } }
  },
}
