import { COMPANY, CONTACT, DEAL, LEAD } from '../schema/process.ts'
import { CARRIER, OFFER, ORDER, REQUEST } from '../schema/processes.ts'
import { OWN_CARGO } from './load-fields.ts'
import { asMoneyText } from './money-text.ts'
import { asDay, asTonnes, own, ownChoice, ownCompany } from './own-field.ts'
import { OwnProcess, type OwnStage } from './own-process.ts'
import { vehicleWords } from './vehicle-words.ts'
import {
  CHECKED,
  CONTRACTOR_PAYMENTS,
  DANGER,
  HEARD_BY,
  PAID_AFTER,
  PAYMENTS,
  TAXES,
  TRUCKS,
  WANTS,
  WHY_DECLINED,
  WHY_LOST,
  WORKING,
  WRITE_BY,
} from './words.ts'

function stage(statusId: string, name: string, of: string[], semantics: 'S' | 'F' | null = null): OwnStage {
  const color = semantics === 'S' ? '#7BD500' : semantics === 'F' ? '#FF5752' : '#55D0E0'
  return { statusId, name, color, semantics, of }
}

export const OWN_REQUEST = new OwnProcess(REQUEST, {
  id: 17,
  entityTypeId: 1058,
  categoryId: 31,
  title: 'Расчёты перевозок',
  parents: [LEAD, DEAL],
  stages: [
    stage('NEW', 'Входящий', ['NEW']),
    stage('UC_K3X1PD', 'Ищем транспорт', ['SEARCH']),
    stage('UC_9ZQ7RT', 'Ставим машину', ['TRUCK']),
    stage('PREPARATION', 'КП на согласовании у клиента', ['AGREEMENT']),
    stage('UC_M0LL4A', 'Заморожен', ['PAUSE']),
    stage('UC_SB7710', 'На проверке СБ', []),
    stage('SUCCESS', 'Ушёл в рейс', ['WON'], 'S'),
    stage('FAIL', 'Слив', ['LOST'], 'F'),
    stage('UC_DUB001', 'Дубль', [], 'F'),
  ],
  fields: [
    ownChoice('KIND', 'Что хочет клиент', WANTS),
    ...OWN_CARGO,
    own('CLIENT_RATE', 'string', 'Ставка с клиента', { spell: asMoneyText('CLIENT_PAYMENT_FORM') }),
    ownChoice('CLIENT_PAYMENT_FORM', 'Как платит клиент', PAYMENTS),
    own('CLIENT_TERM_DAYS', 'integer', 'Отсрочка клиента, дн.'),
    ownChoice('CLIENT_TERM_EVENT', 'Оплата клиентом', PAID_AFTER),
    own('TARGET_RATE', 'money', 'Бюджет на подрядчика'),
    ownCompany('EXCLUDED_CARRIERS', 'Не предлагать подрядчикам', true),
    ownChoice('LOST_REASON', 'Причина слива', WHY_LOST),
    own('LOST_COMMENT', 'string', 'Слив: подробности'),
    own('NEXT_CONTACT_ON', 'date', 'Когда связаться'),
    own(null, 'url', 'Ссылка на тендер'),
    own(null, 'string', 'Штрафные условия'),
  ],
})

export const OWN_ORDER = new OwnProcess(ORDER, {
  id: 18,
  entityTypeId: 1062,
  categoryId: 32,
  title: 'Рейсы',
  parents: [DEAL, OWN_REQUEST.entityTypeId],
  stages: [
    stage('NEW', 'Документы и подписание', ['DOCUMENTS', 'SIGNING']),
    stage('UC_0LDNG1', 'Едет на загрузку', ['LOADING']),
    stage('UC_0RD2TR', 'В дороге', ['TRANSIT']),
    stage('UC_0UNL03', 'На выгрузке', ['UNLOADING']),
    stage('UC_0ORIG4', 'Ждём оригиналы', []),
    stage('SUCCESS', 'Рейс закрыт', ['DONE'], 'S'),
    stage('FAIL', 'Сорван', ['CANCELLED'], 'F'),
  ],
  fields: [
    ...OWN_CARGO,
    own('CLIENT_RATE', 'string', 'Ставка с клиента', { spell: asMoneyText('CLIENT_PAYMENT_FORM') }),
    ownChoice('CLIENT_PAYMENT_FORM', 'Как платит клиент', PAYMENTS),
    own('CLIENT_TERM_DAYS', 'integer', 'Отсрочка клиента, дн.'),
    ownChoice('CLIENT_TERM_EVENT', 'Оплата клиентом', PAID_AFTER),
    ownCompany('CARRIER', 'Подрядчик'),
    own('CARRIER_RATE', 'string', 'Ставка подрядчика', { spell: asMoneyText('CARRIER_PAYMENT_FORM') }),
    ownChoice('CARRIER_PAYMENT_FORM', 'Как платим подрядчику', CONTRACTOR_PAYMENTS),
    own('CARRIER_TERM_DAYS', 'integer', 'Отсрочка подрядчику, дн.'),
    ownChoice('CARRIER_TERM_EVENT', 'Оплата подрядчику', PAID_AFTER),
    own('VEHICLE_PLATE', 'string', 'Гос. номер тягача'),
    own('TRAILER_PLATE', 'string', 'Гос. номер прицепа'),
    own('DRIVER_NAME', 'string', 'ФИО водителя'),
    own('DRIVER_PHONE', 'string', 'Телефон водителя'),
    own('LOADED_AT', 'datetime', 'Факт загрузки'),
    own('UNLOADED_AT', 'datetime', 'Факт выгрузки'),
    own('DOCS_RECEIVED_ON', 'date', 'Оригиналы получены'),
    own('CLIENT_PAID_ON', 'date', 'Дата оплаты клиентом'),
    own('CARRIER_PAID_ON', 'date', 'Дата оплаты подрядчику'),
    own('LOGIST', 'employee', 'Логист рейса'),
    ownCompany('OWN_COMPANY', 'Наше юр. лицо'),
    own(null, 'string', 'Номер ТТН'),
    own(null, 'boolean', 'Страховка оформлена'),
  ],
})

export const OWN_OFFER = new OwnProcess(OFFER, {
  id: 23,
  entityTypeId: 1082,
  categoryId: 38,
  title: 'Ставки подрядчиков',
  parents: [OWN_REQUEST.entityTypeId, OWN_ORDER.entityTypeId, COMPANY],
  stages: [
    stage('NEW', 'Получена', ['RECEIVED']),
    stage('UC_T0RG55', 'Торгуемся', ['BARGAIN']),
    stage('PREPARATION', 'Подходит', ['ACCEPTED']),
    stage('SUCCESS', 'Едет', ['AWARDED'], 'S'),
    stage('FAIL', 'Отклонили', ['DECLINED'], 'F'),
    stage('UC_0TKAZ7', 'Подрядчик отказался', ['WITHDRAWN'], 'F'),
    stage('UC_PR0SR8', 'Просрочена', ['EXPIRED'], 'F'),
  ],
  fields: [
    ownCompany('CARRIER', 'Подрядчик'),
    own('RATE', 'string', 'Ставка', { spell: asMoneyText('PAYMENT_FORM') }),
    ownChoice('PAYMENT_FORM', 'Форма расчёта', CONTRACTOR_PAYMENTS),
    own('TERM_DAYS', 'integer', 'Отсрочка, дн.'),
    ownChoice('BODY', 'Тип ТС', TRUCKS),
    own('CAPACITY_KG', 'double', 'Грузоподъёмность, т', { spell: asTonnes }),
    own('VEHICLE_PLATE', 'string', 'Гос. номер'),
    own('DRIVER_NAME', 'string', 'ФИО водителя'),
    own('LOAD_PLACE', 'string', 'Откуда'),
    own('UNLOAD_PLACE', 'string', 'Куда'),
    own('LOAD_FROM_AT', 'date', 'Дата загрузки', { spell: asDay }),
    ownChoice('SOURCE', 'Как узнали', HEARD_BY),
    ownChoice('DECLINE_REASON', 'Почему не взяли', WHY_DECLINED),
    own('COMMENT', 'string', 'Примечание'),
  ],
})

export const OWN_CARRIER = new OwnProcess(CARRIER, {
  id: 24,
  entityTypeId: 1086,
  categoryId: 39,
  title: 'Подрядчики: транспорт',
  parents: [COMPANY, CONTACT],
  stages: [],
  fields: [
    ownChoice('STATE', 'Статус работы', WORKING),
    own('PAUSED_UNTIL', 'date', 'Пауза до'),
    own('DIRECTIONS', 'string', 'Куда ездит', { multiple: true }),
    own('VEHICLES', 'string', 'Парк', { multiple: true, spell: vehicleWords }),
    ownChoice('BODY', 'Основной тип ТС', TRUCKS),
    own('CAPACITY_KG', 'double', 'Макс. тоннаж, т', { spell: asTonnes }),
    own('VOLUME_M3', 'double', 'Макс. кубатура, м3'),
    own('HOME_PLACE', 'string', 'Город базирования'),
    own('NOW_PLACE', 'string', 'Сейчас стоит'),
    own('NOW_AT', 'datetime', 'Стоит на момент'),
    own('FREE_PLACE', 'string', 'Где освобождается'),
    own('FREE_ON', 'date', 'Дата освобождения'),
    ownChoice('ADR', 'Допуск по классам', DANGER, true),
    own('ADR_UNTIL', 'date', 'Допуск ADR до'),
    ownChoice('VAT', 'Система налогообложения', TAXES),
    ownChoice('CHANNEL', 'Куда писать', WRITE_BY),
    own('MESSAGE_CONTACT', 'string', 'Номер для мессенджера'),
    own('OPTED_OUT_ON', 'date', 'Просил не писать'),
    ownChoice('SECURITY', 'Решение СБ', CHECKED),
    own('SECURITY_ON', 'date', 'Дата проверки СБ'),
    own('PREFERRED', 'boolean', 'Приоритетный подрядчик'),
    own('DO_NOT_USE', 'boolean', 'Не брать'),
    own('DO_NOT_USE_REASON', 'string', 'Почему не брать'),
    own(null, 'string', 'Код АТИ'),
    own(null, 'string', 'Номер договора'),
  ],
})

export const OWN_PROCESSES = [OWN_REQUEST, OWN_ORDER, OWN_OFFER, OWN_CARRIER] as const
