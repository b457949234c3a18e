import type { Language } from '../../../contract/codes.ts'

/** Forms of a counted noun: Russian for 1, 2–4, 5 and more; English for one and for several. */
export interface NounForms {
  readonly ru: readonly [one: string, few: string, many: string]
  readonly en: readonly [one: string, other: string]
}

/** Index of the Russian form for a whole number: 0 for 1 and 21, 1 for 2–4 and 22, 2 for 0, 5–20 and 25. */
export function russianForm(count: number): 0 | 1 | 2 {
  const tens = Math.abs(count) % 100
  const units = tens % 10
  if (tens > 10 && tens < 20) return 2
  if (units === 1) return 0
  return units >= 2 && units <= 4 ? 1 : 2
}

/** The noun alone, in the form its count asks for. */
export function nounFor(language: Language, count: number, forms: NounForms): string {
  return language === 'ru' ? forms.ru[russianForm(count)] : forms.en[count === 1 ? 0 : 1]
}

/** «3 рейса», «5 рейсов», “1 trip”: the number and the noun, kept on one line. */
export function counted(language: Language, count: number, forms: NounForms): string {
  return `${count}\u00A0${nounFor(language, count, forms)}`
}

export const ORDERS: NounForms = { ru: ['заявка', 'заявки', 'заявок'], en: ['order', 'orders'] }
export const PAYMENTS: NounForms = { ru: ['платёж', 'платежа', 'платежей'], en: ['payment', 'payments'] }
export const TRIPS: NounForms = { ru: ['рейс', 'рейса', 'рейсов'], en: ['trip', 'trips'] }
export const OFFERS: NounForms = { ru: ['предложение', 'предложения', 'предложений'], en: ['offer', 'offers'] }
export const LETTERS: NounForms = { ru: ['письмо', 'письма', 'писем'], en: ['letter', 'letters'] }
export const CHATS: NounForms = { ru: ['переписка', 'переписки', 'переписок'], en: ['chat', 'chats'] }
export const CALLS: NounForms = { ru: ['звонок', 'звонка', 'звонков'], en: ['call', 'calls'] }
export const CARRIERS: NounForms = { ru: ['перевозчик', 'перевозчика', 'перевозчиков'], en: ['carrier', 'carriers'] }
/** After «от»: «от 1 перевозчика», «от 2 перевозчиков». */
export const FROM_CARRIERS: NounForms = {
  ru: ['перевозчика', 'перевозчиков', 'перевозчиков'],
  en: ['carrier', 'carriers'],
}
export const RATES: NounForms = { ru: ['ставка', 'ставки', 'ставок'], en: ['rate', 'rates'] }
export const DAYS: NounForms = { ru: ['день', 'дня', 'дней'], en: ['day', 'days'] }
/** After «старше»: «старше 1 дня», «старше 90 дней». */
export const OLDER_THAN_DAYS: NounForms = { ru: ['дня', 'дней', 'дней'], en: ['day', 'days'] }
export const MONTHS: NounForms = { ru: ['месяц', 'месяца', 'месяцев'], en: ['month', 'months'] }
export const YEARS: NounForms = { ru: ['год', 'года', 'лет'], en: ['year', 'years'] }
export const MINUTES: NounForms = { ru: ['минута', 'минуты', 'минут'], en: ['minute', 'minutes'] }
export const PALLETS: NounForms = { ru: ['паллета', 'паллеты', 'паллет'], en: ['pallet', 'pallets'] }
/** After «на»: «на 21 соседнем направлении», «на 5 соседних направлениях». */
export const NEARBY_LANES: NounForms = {
  ru: ['соседнем направлении', 'соседних направлениях', 'соседних направлениях'],
  en: ['nearby lane', 'nearby lanes'],
}
