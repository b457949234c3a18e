import type { State } from '../state/state.ts'

const dictionaries: Record<string, [string, string][]> = {
  SOURCE: [
    ['CALL', 'Звонок'],
    ['EMAIL', 'Электронная почта'],
    ['WEB', 'Веб-сайт'],
    ['ADVERTISING', 'Реклама'],
    ['PARTNER', 'Существующий клиент'],
    ['RECOMMENDATION', 'По рекомендации'],
    ['TRADE_SHOW', 'Выставка'],
    ['WEBFORM', 'CRM-форма'],
    ['CALLBACK', 'Обратный звонок'],
    ['RC_GENERATOR', 'Генератор продаж'],
    ['STORE', 'Интернет-магазин'],
    ['OTHER', 'Другое'],
  ],
  COMPANY_TYPE: [
    ['CUSTOMER', 'Клиент'],
    ['SUPPLIER', 'Поставщик'],
    ['COMPETITOR', 'Конкурент'],
    ['PARTNER', 'Партнёр'],
    ['OTHER', 'Другое'],
  ],
  CONTACT_TYPE: [
    ['CLIENT', 'Клиенты'],
    ['SUPPLIER', 'Поставщики'],
    ['PARTNER', 'Партнёры'],
    ['OTHER', 'Другое'],
  ],
  DEAL_TYPE: [
    ['SALE', 'Продажа'],
    ['COMPLEX', 'Комплексная продажа'],
    ['GOODS', 'Продажа товара'],
    ['SERVICES', 'Продажа услуг'],
    ['SERVICE', 'Обслуживание'],
  ],
  INDUSTRY: [
    ['IT', 'Информационные технологии'],
    ['DELIVERY', 'Доставка'],
    ['MANUFACTURING', 'Производство'],
    ['OTHER', 'Другое'],
  ],
  EMPLOYEES: [
    ['EMPLOYEES_1', 'менее 50'],
    ['EMPLOYEES_2', '50–250'],
    ['EMPLOYEES_3', '250–500'],
    ['EMPLOYEES_4', 'более 500'],
  ],
  HONORIFIC: [
    ['HNR_RU_1', 'г-н'],
    ['HNR_RU_2', 'г-жа'],
  ],
}

/** The dictionaries every portal starts with, stages aside. */
export function addDictionaries(state: State): void {
  for (const [entityId, rows] of Object.entries(dictionaries))
    rows.forEach(([statusId, name], index) =>
      state.statuses.save({
        id: state.meta.nextId('status'),
        entityId,
        statusId,
        name,
        nameInit: name,
        sort: (index + 1) * 10,
        isSystem: false,
        categoryId: null,
        color: '',
        semantics: null,
      }),
    )
}
