import type { Language } from '../../contract/codes.ts'
import type { MapProblem, PortalMapAnswer } from '../../contract/portal-map.ts'

const TYPES: Record<string, Record<Language, string>> = {
  string: { ru: 'текст', en: 'text' },
  double: { ru: 'число', en: 'number' },
  integer: { ru: 'целое число', en: 'whole number' },
  boolean: { ru: 'да/нет', en: 'yes/no' },
  datetime: { ru: 'дата и время', en: 'date and time' },
  date: { ru: 'дата', en: 'date' },
  money: { ru: 'деньги', en: 'money' },
  enumeration: { ru: 'список', en: 'list' },
  employee: { ru: 'сотрудник', en: 'employee' },
  crm: { ru: 'связь с CRM', en: 'CRM link' },
  url: { ru: 'ссылка', en: 'link' },
}

/** «текст», «деньги»: what kind of field it is; a type we do not know by its own name. */
export function typeWords(language: Language, type: string): string {
  return TYPES[type]?.[language] ?? type
}

/** What is wrong with the map, what of the app feels it, and what to do. */
export function problemWords(language: Language, problem: MapProblem, ours: PortalMapAnswer['ours']): string {
  const { what, now } = problem
  const process = problem.process ? ours[problem.process] : undefined
  const place = process ? `${process.title}: ` : ''
  const field = process?.fields.find((one) => one.code === problem.of)?.label ?? problem.of ?? ''
  const stage = process?.stages.find((one) => one.code === problem.of)?.label ?? problem.of ?? ''
  const type = typeWords(language, now ?? '')
  const choices = process?.fields.find((one) => one.code === problem.of)?.choices ?? []
  const element = choices.find((one) => one.code === now)?.label ?? now ?? ''
  const words: Record<MapProblem['code'], Record<Language, string>> = {
    process_gone: {
      ru: `${place}выбранного процесса больше нет в портале. Прочитанное раньше остаётся, новое не читается и не записывается; остальные процессы работают. Выберите другой или создайте новый.`,
      en: `${place}the chosen process is no longer in the portal. What was read stays, nothing new is read or written; the other processes work. Choose another one or make a new one.`,
    },
    process_twice: {
      ru: `${place}процесс «${what}» уже выбран для другой строки. Выберите другой.`,
      en: `${place}the process “${what}” is chosen for another row already. Choose another one.`,
    },
    field_gone: {
      ru: `${place}поле «${what}» удалено из портала. «${field}» не читается и не записывается, остальное работает. Выберите другое поле.`,
      en: `${place}the field “${what}” was deleted. “${field}” is neither read nor written, everything else works. Choose another field.`,
    },
    field_twice: {
      ru: `${place}поле «${what}» выбрано дважды, второй раз для «${field}».`,
      en: `${place}the field “${what}” is chosen twice, the second time for “${field}”.`,
    },
    field_renamed: {
      ru: `${place}поле «${what}» теперь называется «${now}». «${field}» читается из него по-прежнему; проверьте, что смысл тот же.`,
      en: `${place}the field “${what}” is now called “${now}”. “${field}” is still read from it; check that it means the same.`,
    },
    field_retyped: {
      ru: `${place}у поля «${what}» другой тип: ${type}. «${field}» не читается и не записывается, остальное работает. Выберите другое поле.`,
      en: `${place}the field “${what}” has another type: ${type}. “${field}” is neither read nor written, everything else works. Choose another field.`,
    },
    wrong_type: {
      ru: `${place}«${field}» не хранится в поле «${what}»: его тип — ${type}. Выберите другое поле.`,
      en: `${place}“${field}” cannot be kept in “${what}”: its type is ${type}. Choose another field.`,
    },
    element_gone: {
      ru: `${place}в списке «${what}» больше нет значения, которое понималось как «${element}»: такие записи читаются без него, остальное работает. Укажите другое значение.`,
      en: `${place}the list “${what}” no longer has the value that meant “${element}”: records are read without it, everything else works. Point out another value.`,
    },
    stage_gone: {
      ru: `${place}стадии, которая означала «${stage}», больше нет в портале: карточки в неё не переводятся, остальное работает. Укажите другую.`,
      en: `${place}the stage that meant “${stage}” is no longer in the portal: cards are not moved there, everything else works. Point out another one.`,
    },
    no_stage: {
      ru: `${place}ни одна стадия не означает «${stage}»: «Рейс» не будет переводить карточки в неё.`,
      en: `${place}no stage means “${stage}”: Reis will not move cards there.`,
    },
    scope_missing: {
      ru: `Приложению не дано право «${what}». Добавьте его в настройках локального приложения и откройте эту страницу снова.`,
      en: `The app was not given the scope “${what}”. Add it in the settings of the local application and open this page again.`,
    },
  }
  return words[problem.code][language]
}
