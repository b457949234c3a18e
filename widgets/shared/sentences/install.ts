import type { Language } from '../../../contract/codes.ts'
import type { InstallStep, InstallStepCode } from '../../../contract/install.ts'
import { number } from './numbers.ts'
import { counted, MINUTES } from './plural.ts'

const STEPS: Record<InstallStepCode, Record<Language, string>> = {
  processes: {
    ru: 'Процессы: запросы, заявки, предложения, база перевозчиков',
    en: 'Processes: requests, orders, offers, carrier base',
  },
  fields: { ru: 'Поля', en: 'Fields' },
  stages: { ru: 'Воронки и стадии', en: 'Funnels and stages' },
  relations: { ru: 'Связи между карточками', en: 'Relations between cards' },
  placements: { ru: 'Вкладки в карточках', en: 'Tabs in cards' },
  events: { ru: 'Подписка на изменения', en: 'Subscription to changes' },
  import: { ru: 'Первая загрузка данных', en: 'First import' },
  finish: { ru: 'Завершение', en: 'Finishing' },
}

export function stepTitle(language: Language, step: InstallStepCode): string {
  return STEPS[step][language]
}

/** «создано 4, было 2»; empty before the step has done anything. */
export function stepCounts(language: Language, step: InstallStep): string {
  const parts: string[] = []
  const ru = language === 'ru'
  if (step.created > 0) parts.push(`${ru ? 'создано' : 'created'} ${step.created}`)
  if (step.found > 0) parts.push(`${ru ? 'уже было' : 'found'} ${step.found}`)
  return parts.join(', ')
}

const ENTITIES: Record<string, Record<Language, string>> = {
  people: { ru: 'Сотрудники и отделы', en: 'People and departments' },
  company: { ru: 'Компании', en: 'Companies' },
  contact: { ru: 'Контакты', en: 'Contacts' },
  request: { ru: 'Запросы', en: 'Requests' },
  order: { ru: 'Заявки', en: 'Orders' },
  offer: { ru: 'Предложения', en: 'Offers' },
  carrier: { ru: 'База перевозчиков', en: 'Carrier base' },
  lead: { ru: 'Лиды', en: 'Leads' },
  deal: { ru: 'Сделки', en: 'Deals' },
}

export function entityTitle(language: Language, entity: string): string {
  return ENTITIES[entity]?.[language] ?? entity
}

/** «7 350 из 12 000»; without a total while the portal has not told it. */
export function rowsText(language: Language, rows: number, total: number | null): string {
  if (total == null) return number(language, rows, 0)
  return `${number(language, rows, 0)} ${language === 'ru' ? 'из' : 'of'} ${number(language, total, 0)}`
}

/** «осталось около 2 минут», «осталось меньше минуты». */
export function timeLeft(language: Language, seconds: number): string {
  const ru = language === 'ru'
  if (seconds < 60) return ru ? 'осталось меньше минуты' : 'less than a minute left'
  const minutes = Math.round(seconds / 60)
  // «около» asks for the genitive: «около 1 минуты», «около 2 минут».
  if (ru) return `осталось около ${minutes}\u00A0${minutes % 10 === 1 && minutes % 100 !== 11 ? 'минуты' : 'минут'}`
  return `about ${counted('en', minutes, MINUTES)} left`
}
