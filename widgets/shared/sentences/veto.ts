import type { Language } from '../../../contract/codes.ts'
import { BODY_LABELS, LOADING_LABELS } from '../../../contract/codes.ts'
import type { VetoReason, Warning } from '../../../contract/carriers.ts'
import { type Clock, momentFull, shortDay } from './dates.ts'
import { joined } from './lists.ts'
import { hiddenByRuleText } from './rule.ts'
import { degrees, metres, volume, weight } from './numbers.ts'
import { counted, DAYS, OLDER_THAN_DAYS, PALLETS } from './plural.ts'
import { fromLoading } from './truck-reason.ts'

/** Why a carrier cannot take this load, so that a person sees what would have to change. */
export function vetoSentence(language: Language, veto: VetoReason, clock: Clock): string {
  return language === 'ru' ? russian(veto, clock) : english(veto, clock)
}

function russian(veto: VetoReason, clock: Clock): string {
  switch (veto.kind) {
    case 'body': {
      const has = veto.has.length ? `у него ${joined('ru', veto.has, BODY_LABELS, 'and')}` : 'кузов у него не указан'
      return `Нужен кузов ${joined('ru', veto.needs, BODY_LABELS, 'or')}, ${has}`
    }
    case 'weight':
      return `Груз ${weight('ru', veto.needsKg)}, машина берёт до ${weight('ru', veto.hasKg)}`
    case 'volume':
      return `Груз ${volume('ru', veto.needsM3)}, в машину входит до ${volume('ru', veto.hasM3)}`
    case 'length':
      return `Самое длинное место ${metres('ru', veto.needsM)}, в такую машину входит до ${metres('ru', veto.hasM)}`
    case 'pallets':
      return `Груз ${counted('ru', veto.needs, PALLETS)}, в такую машину встаёт до ${veto.has}`
    case 'size':
      return `Груз ${metres('ru', veto.needsM)} ${SIDES[veto.side].ru}, такой кузов (${BODY_LABELS[veto.body].ru}) берёт до ${metres('ru', veto.hasM)}`
    case 'oversize':
      return `Негабарит ${metres('ru', veto.needsM)} ${SIDES[veto.side].ru}: ${BODY_LABELS[veto.body].ru} берёт до ${metres('ru', veto.limitM)}, нужен кузов ${joined('ru', veto.fits, BODY_LABELS, 'or')}`
    case 'loading': {
      const needs = joined('ru', veto.needs, LOADING_LABELS, veto.all ? 'and' : 'or')
      const has = veto.has.length ? `есть только ${joined('ru', veto.has, LOADING_LABELS, 'and')}` : 'у него не указана'
      return `Нужна загрузка ${needs}, ${has}`
    }
    case 'adr':
      return `Нужен допуск ADR класса ${veto.needs}, у него его нет`
    case 'adr_expired':
      return `Нужен ADR класса ${veto.needs}, допуск кончился ${shortDay('ru', veto.until, clock)}`
    case 'temperature':
      return `Нужен режим ${temperature('ru', veto.fromC, veto.toC)}, такой машины у него нет`
    case 'partition':
      return `Нужны два режима сразу, ${degrees(veto.fromC)} и ${degrees(veto.toC)}\u00A0°C: реф с перегородкой, у него такого нет`
    case 'stop_list':
      return veto.why ? `В стоп-листе: ${veto.why}` : 'В стоп-листе'
    case 'security_failed':
      return 'Не прошёл проверку безопасности'
    case 'security_stale':
      return `${staleRussian(veto, clock)}: сначала нужна новая`
    case 'hidden_by_rule':
      return hiddenByRuleText('ru', veto)
    case 'too_late':
      return tooLateRussian(veto, clock)
    case 'paused':
      return veto.until
        ? `Работа с ним приостановлена до ${shortDay('ru', veto.until, clock)}`
        : 'Работа приостановлена'
    case 'excluded_by_client':
      return 'Клиент просил его не ставить'
    case 'no_contact':
      return 'Нет телефона: позвонить некуда'
    case 'opted_out':
      return 'Просил больше к нему не обращаться'
    case 'attempt':
      return attemptVeto('ru', veto, clock)
  }
}

function english(veto: VetoReason, clock: Clock): string {
  switch (veto.kind) {
    case 'body': {
      const has = veto.has.length ? `has ${joined('en', veto.has, BODY_LABELS, 'and')}` : 'its body is not stated'
      return `Needs ${joined('en', veto.needs, BODY_LABELS, 'or')}, ${has}`
    }
    case 'weight':
      return `The load is ${weight('en', veto.needsKg)}, the truck takes up to ${weight('en', veto.hasKg)}`
    case 'volume':
      return `The load is ${volume('en', veto.needsM3)}, the truck holds up to ${volume('en', veto.hasM3)}`
    case 'length':
      return `The longest piece is ${metres('en', veto.needsM)}, such a truck takes up to ${metres('en', veto.hasM)}`
    case 'pallets':
      return `The load is ${counted('en', veto.needs, PALLETS)}, such a truck takes up to ${veto.has}`
    case 'size':
      return `The load is ${metres('en', veto.needsM)} ${SIDES[veto.side].en}, such a body (${BODY_LABELS[veto.body].en}) takes up to ${metres('en', veto.hasM)}`
    case 'oversize':
      return `Oversize, ${metres('en', veto.needsM)} ${SIDES[veto.side].en}: ${BODY_LABELS[veto.body].en} takes up to ${metres('en', veto.limitM)}, needs ${joined('en', veto.fits, BODY_LABELS, 'or')}`
    case 'loading': {
      const needs = joined('en', veto.needs, LOADING_LABELS, veto.all ? 'and' : 'or')
      const has = veto.has.length ? `has only ${joined('en', veto.has, LOADING_LABELS, 'and')}` : 'none is stated'
      return `Needs loading: ${needs}; ${has}`
    }
    case 'adr':
      return `Needs ADR class ${veto.needs}, has no permit`
    case 'adr_expired':
      return `Needs ADR class ${veto.needs}, the permit ended ${shortDay('en', veto.until, clock)}`
    case 'temperature':
      return `Needs ${temperature('en', veto.fromC, veto.toC)}, has no such truck`
    case 'partition':
      return `Needs two temperatures at once, ${degrees(veto.fromC)} and ${degrees(veto.toC)}\u00A0°C: a reefer with a partition, has none`
    case 'stop_list':
      return veto.why ? `On the stop list: ${veto.why}` : 'On the stop list'
    case 'security_failed':
      return 'Failed the security check'
    case 'security_stale':
      return `${staleEnglish(veto, clock)}: a new one comes first`
    case 'hidden_by_rule':
      return hiddenByRuleText('en', veto)
    case 'too_late':
      return tooLateEnglish(veto, clock)
    case 'paused':
      return veto.until ? `Paused until ${shortDay('en', veto.until, clock)}` : 'Paused'
    case 'excluded_by_client':
      return 'The client asked not to use this carrier'
    case 'no_contact':
      return 'No phone: nobody to call'
    case 'opted_out':
      return 'Asked not to be contacted any more'
    case 'attempt':
      return attemptVeto('en', veto, clock)
  }
}

/** What should be known of a carrier who may take the load all the same. */
export function warningSentence(language: Language, warning: Warning, clock: Clock): string {
  return language === 'ru' ? staleRussian(warning, clock) : staleEnglish(warning, clock)
}

type StaleCheck = { on: string; days: number }

function staleRussian({ on, days }: StaleCheck, clock: Clock): string {
  return `Проверка безопасности от ${shortDay('ru', on, clock)} старше ${counted('ru', days, OLDER_THAN_DAYS)}`
}

function staleEnglish({ on, days }: StaleCheck, clock: Clock): string {
  return `The security check of ${shortDay('en', on, clock)} is older than ${counted('en', days, DAYS)}`
}

type TooLate = Extract<VetoReason, { kind: 'too_late' }>

function tooLateRussian(veto: TooLate, clock: Clock): string {
  const [on, arrives, by] = [veto.on, veto.arrivesOn, veto.neededBy].map((day) => shortDay('ru', day, clock))
  const where = `${veto.standing ? 'Стоял' : 'Освободится'} ${on} ${fromLoading('ru', veto.km)} (${veto.place})`
  return veto.km < 1 ? `${where}, а погрузка до ${by}` : `${where}: доедет к ${arrives}, а погрузка до ${by}`
}

function tooLateEnglish(veto: TooLate, clock: Clock): string {
  const [on, arrives, by] = [veto.on, veto.arrivesOn, veto.neededBy].map((day) => shortDay('en', day, clock))
  const far = `${fromLoading('en', veto.km)} (${veto.place})`
  const where = veto.standing ? `Stood ${far} on ${on}` : `Free on ${on} ${far}`
  return veto.km < 1 ? `${where}, loading is until ${by}` : `${where}: gets there on ${arrives}, loading is until ${by}`
}

const SIDES = {
  length: { ru: 'в длину', en: 'long' },
  width: { ru: 'в ширину', en: 'wide' },
  height: { ru: 'в высоту', en: 'high' },
} as const

/** «от +2 до +6 °C», «не выше −18 °C»: a wanted temperature range with either end open. */
export function temperature(language: Language, fromC: number | null, toC: number | null): string {
  const ru = language === 'ru'
  if (fromC != null && toC != null)
    return ru ? `от ${degrees(fromC)} до ${degrees(toC)}\u00A0°C` : `${degrees(fromC)} to ${degrees(toC)}\u00A0°C`
  if (toC != null) return ru ? `не выше ${degrees(toC)}\u00A0°C` : `at most ${degrees(toC)}\u00A0°C`
  if (fromC != null) return ru ? `не ниже ${degrees(fromC)}\u00A0°C` : `at least ${degrees(fromC)}\u00A0°C`
  return ru ? 'с температурой' : 'controlled temperature'
}

function attemptVeto(language: Language, veto: Extract<VetoReason, { kind: 'attempt' }>, clock: Clock): string {
  const ru = language === 'ru'
  const { until } = veto
  switch (veto.result) {
    case 'busy_until':
      if (!until) return ru ? 'Сказал, что занят' : 'Said he is busy'
      return ru ? `Занят до ${shortDay('ru', until, clock)}` : `Busy until ${shortDay('en', until, clock)}`
    case 'call_back':
      if (!until) return ru ? 'Просил перезвонить' : 'Asked to call back'
      return ru
        ? `Просил перезвонить ${momentFull('ru', until, clock)}`
        : `Asked to call back ${momentFull('en', until, clock)}`
    case 'wrong_direction':
      return ru ? 'Сказал, что сюда не возит' : 'Said he does not run this lane'
    case 'too_dear':
      return ru ? 'Попросил слишком дорого за этот груз' : 'Asked too much for this load'
    case 'no_answer':
      return ru ? 'По этому грузу не дозвонились' : 'Did not answer about this load'
    case 'calling':
      return ru ? 'Ему сейчас звонят' : 'Is being called now'
    case 'offered':
      return ru ? 'Уже дал цену на этот груз' : 'Has already given a price for this load'
  }
}
