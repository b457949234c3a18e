import { BODY_LABELS, VAT_LABELS } from '../../../contract/codes.ts'
import { ADR_ELEMENTS, CARRIER_STATE_ELEMENTS, CHANNEL_ELEMENTS, SECURITY_ELEMENTS } from './choices.ts'
import { choice, field } from './field.ts'

export const CARRIER_FIELDS = [
  choice('STATE', 'Состояние', 'State', CARRIER_STATE_ELEMENTS),
  field('PAUSED_UNTIL', 'date', 'Пауза до', 'Paused until'),
  field('DIRECTIONS', 'string', 'Направления', 'Directions', { multiple: true }),
  field('VEHICLES', 'string', 'Машины', 'Vehicles', { multiple: true }),
  choice('BODY', 'Кузов (самая большая)', 'Body (largest vehicle)', BODY_LABELS),
  field('CAPACITY_KG', 'double', 'Грузоподъёмность, кг', 'Capacity, kg'),
  field('VOLUME_M3', 'double', 'Объём, м³', 'Volume, m³'),
  field('HOME_PLACE', 'string', 'База', 'Home place'),
  field('NOW_PLACE', 'string', 'Где стоит', 'Stands at'),
  field('NOW_AT', 'datetime', 'Стоит с', 'Standing since'),
  field('FREE_PLACE', 'string', 'Где освободится', 'Will be free at'),
  field('FREE_ON', 'date', 'Когда освободится', 'Free on'),
  choice('ADR', 'Классы ДОПОГ', 'ADR classes', ADR_ELEMENTS, true),
  field('ADR_UNTIL', 'date', 'Допуск ДОПОГ до', 'ADR valid until'),
  choice('VAT', 'Обычный НДС', 'Usual VAT', VAT_LABELS),
  choice('CHANNEL', 'Канал связи', 'Channel', CHANNEL_ELEMENTS),
  field('MESSAGE_CONTACT', 'string', 'Контакт для сообщений', 'Contact for messages'),
  field('CONSENT_SOURCE', 'string', 'Откуда согласие', 'Consent source'),
  field('CONSENT_ON', 'date', 'Согласие от', 'Consent date'),
  field('OPTED_OUT_ON', 'date', 'Отказ от сообщений', 'Opted out on'),
  choice('SECURITY', 'Проверка безопасности', 'Security check', SECURITY_ELEMENTS),
  field('SECURITY_ON', 'date', 'Проверен', 'Checked on'),
  field('PREFERRED', 'boolean', 'Предпочтительный', 'Preferred'),
  field('DO_NOT_USE', 'boolean', 'Не использовать', 'Do not use'),
  field('DO_NOT_USE_REASON', 'string', 'Почему не использовать', 'Why not to use'),
]
