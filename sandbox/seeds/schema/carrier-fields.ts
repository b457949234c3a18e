import { ADR, BODY, CHANNEL, SECURITY, STATE, VAT } from './codes.ts'
import { choice, choiceOfMany, field } from './field.ts'
import type { FieldPlan } from './field.ts'

export const CARRIER_FIELDS: readonly FieldPlan[] = [
  choice('STATE', STATE, 'Состояние', 'State'),
  field('PAUSED_UNTIL', 'date', 'Пауза до', 'Paused until'),
  field('DIRECTIONS', 'string', 'Направления', 'Directions', { multiple: true }),
  field('VEHICLES', 'string', 'Машины', 'Vehicles', { multiple: true }),
  choice('BODY', BODY, 'Тип кузова', 'Body'),
  field('CAPACITY_KG', 'double', 'Грузоподъёмность, кг', 'Capacity, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('HOME_PLACE', 'string', 'База', 'Home place'),
  field('NOW_PLACE', 'string', 'Где машина', 'Where the truck is'),
  field('NOW_AT', 'datetime', 'Известно на', 'Known at'),
  field('FREE_PLACE', 'string', 'Где освободится', 'Free at place'),
  field('FREE_ON', 'date', 'Освободится', 'Free on'),
  choiceOfMany('ADR', ADR, 'Классы ADR', 'ADR classes'),
  field('ADR_UNTIL', 'date', 'ADR до', 'ADR until'),
  choice('VAT', VAT, 'Обычный НДС', 'Usual VAT'),
  choice('CHANNEL', CHANNEL, 'Канал связи', 'Channel'),
  field('MESSAGE_CONTACT', 'string', 'Номер для сообщений', 'Number for messages'),
  field('CONSENT_SOURCE', 'string', 'Согласие: откуда', 'Consent source'),
  field('CONSENT_ON', 'date', 'Согласие: дата', 'Consent on'),
  field('OPTED_OUT_ON', 'date', 'Просил не писать', 'Opted out on'),
  choice('SECURITY', SECURITY, 'Проверка безопасности', 'Security check'),
  field('SECURITY_ON', 'date', 'Дата проверки', 'Checked on'),
  field('PREFERRED', 'boolean', 'Предпочтительный', 'Preferred'),
  field('DO_NOT_USE', 'boolean', 'Не использовать', 'Do not use'),
  field('DO_NOT_USE_REASON', 'string', 'Почему не использовать', 'Why not to use'),
]
