import { CAPTURE_ACTIONS, CAPTURE_LABELS, type Label } from '../../contract/codes.ts'
import { DICTIONARY } from '../portal/dictionary.ts'
import type { ProcessName } from '../portal/schema-map.ts'
import { REFUSAL_ROBOT } from './steps/refusal-robot.ts'

type Language = 'ru' | 'en'

const NATIVE: Record<'lead' | 'deal' | 'contact' | 'company' | 'people', Label> = {
  lead: { ru: 'Лиды', en: 'Leads' },
  deal: { ru: 'Сделки', en: 'Deals' },
  contact: { ru: 'Контакты', en: 'Contacts' },
  company: { ru: 'Компании', en: 'Companies' },
  people: { ru: 'Сотрудники и отделы', en: 'People and departments' },
}

/** What every portal has, by its own name for it. */
export function nativeWords(name: keyof typeof NATIVE, language: Language): string {
  return NATIVE[name][language]
}

const PAGES: Record<string, Label> = {
  LEFT_MENU: { ru: 'левое меню', en: 'left menu' },
  CALL_CARD: { ru: 'карточка звонка', en: 'call card' },
  REST_APP_URI: { ru: 'ссылки из сообщений и ленты', en: 'links in messages and timelines' },
  CRM_ANALYTICS_MENU: { ru: 'аналитика CRM', en: 'CRM analytics' },
}
const PARTS: [RegExp, Label][] = [
  [/_DETAIL_TAB$/, { ru: 'вкладка', en: 'tab' }],
  [/_DETAIL_ACTIVITY$/, { ru: 'кнопка над лентой', en: 'button above the timeline' }],
]

/** Where a placement stands, for a person: «Заявка, вкладка»; a place we have no words for by its own code. */
export function placeWords(listedAs: string, language: Language): string {
  const page = PAGES[listedAs]
  if (page) return page[language]
  const part = PARTS.find(([pattern]) => pattern.test(listedAs))?.[1]
  const ours = /\{(\w+)\}/.exec(listedAs)?.[1] as ProcessName | undefined
  const native = /^CRM_(LEAD|DEAL|COMPANY|CONTACT)_/.exec(listedAs)?.[1]?.toLowerCase() as
    | keyof typeof NATIVE
    | undefined
  const card = ours ? DICTIONARY[ours].title : native ? NATIVE[native] : null
  return card && part ? `${card[language]}, ${part[language]}` : listedAs
}

const AUTOMATION: Record<string, Label> = {
  [REFUSAL_ROBOT]: { ru: 'Запросить отказ', en: 'Ask for a refusal' },
  ...Object.fromEntries(CAPTURE_ACTIONS.map((action) => [`reis_${action}`, CAPTURE_LABELS[action]])),
}

/** What cards whose refusal waits wear in lists. */
export function badgeName(language: Language): string {
  return { ru: 'Отказ ждёт решения', en: 'A refusal waits for a decision' }[language]
}

/** The robot or action as the portal's people will see it. */
export function robotName(code: string, language: Language): string {
  return AUTOMATION[code]?.[language] ?? code
}
