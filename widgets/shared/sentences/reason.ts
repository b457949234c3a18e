import type { Language } from '../../../contract/codes.ts'
import type { Reason } from '../../../contract/carriers.ts'
import { ago, longDay } from './dates.ts'
import { kilometres } from './numbers.ts'
import { ruleText } from './rule.ts'
import { counted, NEARBY_LANES, type NounForms, OFFERS, TRIPS } from './plural.ts'
import { detour, fromLoading, partLoadEnglish, partLoadRussian, returnLegText, soonEmptyText } from './truck-reason.ts'

/** One addend of the score as a sentence: «3 рейса Москва → Казань, последний 12 дней назад». */
export function reasonSentence(language: Language, reason: Reason): string {
  return language === 'ru' ? russian(reason) : english(reason)
}

function russian(reason: Reason): string {
  switch (reason.kind) {
    case 'trips_exact':
    case 'trips_near':
      return `${lane('ru', reason, TRIPS)}${nearRussian(reason)}, ${lastRussian(reason, 'последний')}`
    case 'offers_exact':
    case 'offers_near':
      return `${lane('ru', reason, OFFERS)}${nearRussian(reason)}, ${lastRussian(reason, 'последнее')}`
    case 'declared': {
      const what = `Заявил направление ${reason.from} ${reason.bothWays ? '↔' : '→'} ${reason.to}`
      return reason.offKm >= 1 ? `${what}, в стороне на ${kilometres('ru', reason.offKm)}` : what
    }
    case 'near_rest':
      return `Ещё ${amounts('ru', reason)} на ${counted('ru', reason.lanes, NEARBY_LANES)}`
    case 'region':
      return `${amounts('ru', reason)} между регионами: ${reason.fromRegion} → ${reason.toRegion}`
    case 'stands_at':
      return `Стоит ${fromLoading('ru', reason.offKm)}: ${reason.place}, сообщил ${ago('ru', reason.ageDays)}`
    case 'free_at':
      return `Освободится ${longDay('ru', reason.on)} ${fromLoading('ru', reason.offKm)}: ${reason.place}`
    case 'soon_empty':
      return soonEmptyText('ru', reason)
    case 'return_leg':
      return returnLegText('ru', reason)
    case 'on_the_way':
      return `По пути его направления ${reason.from} ${reason.bothWays ? '↔' : '→'} ${reason.to}${detour('ru', reason.detourKm)}`
    case 'part_load':
      return partLoadRussian(reason)
    case 'rule':
      return ruleText('ru', reason)
    case 'preferred':
      return 'Отмечен как предпочтительный'
    case 'attempted':
      return ATTEMPTED[reason.result].ru
  }
}

function english(reason: Reason): string {
  switch (reason.kind) {
    case 'trips_exact':
    case 'trips_near':
      return `${lane('en', reason, TRIPS)}${nearEnglish(reason)}, ${lastEnglish(reason)}`
    case 'offers_exact':
    case 'offers_near':
      return `${lane('en', reason, OFFERS)}${nearEnglish(reason)}, ${lastEnglish(reason)}`
    case 'declared': {
      const what = `Declared ${reason.from} ${reason.bothWays ? '↔' : '→'} ${reason.to}`
      return reason.offKm >= 1 ? `${what}, ${kilometres('en', reason.offKm)} off this lane` : what
    }
    case 'near_rest':
      return `${amounts('en', reason)} more on ${counted('en', reason.lanes, NEARBY_LANES)}`
    case 'region':
      return `${amounts('en', reason)} between the regions: ${reason.fromRegion} → ${reason.toRegion}`
    case 'stands_at':
      return `Stands ${fromLoading('en', reason.offKm)}: ${reason.place}, told ${ago('en', reason.ageDays)}`
    case 'free_at':
      return `Free on ${longDay('en', reason.on)} ${fromLoading('en', reason.offKm)}: ${reason.place}`
    case 'soon_empty':
      return soonEmptyText('en', reason)
    case 'return_leg':
      return returnLegText('en', reason)
    case 'on_the_way':
      return `On the way of ${reason.from} ${reason.bothWays ? '↔' : '→'} ${reason.to}${detour('en', reason.detourKm)}`
    case 'part_load':
      return partLoadEnglish(reason)
    case 'rule':
      return ruleText('en', reason)
    case 'preferred':
      return 'Marked as preferred'
    case 'attempted':
      return ATTEMPTED[reason.result].en
  }
}

interface LaneEvidence {
  readonly count: number
  readonly lastAgeDays: number
  readonly from: string
  readonly to: string
}

function lane(language: Language, evidence: LaneEvidence, noun: NounForms): string {
  return `${counted(language, evidence.count, noun)} ${evidence.from} → ${evidence.to}`
}

function nearRussian(reason: { kind: string; offKm?: number }): string {
  return reason.offKm == null ? '' : ` (рядом, в стороне на ${kilometres('ru', reason.offKm)})`
}

function nearEnglish(reason: { kind: string; offKm?: number }): string {
  return reason.offKm == null ? '' : ` (near, ${kilometres('en', reason.offKm)} off)`
}

/** With a single record «последний» says nothing. */
function lastRussian(evidence: LaneEvidence, word: string): string {
  return evidence.count === 1 ? ago('ru', evidence.lastAgeDays) : `${word} ${ago('ru', evidence.lastAgeDays)}`
}

function lastEnglish(evidence: LaneEvidence): string {
  return evidence.count === 1 ? ago('en', evidence.lastAgeDays) : `the last ${ago('en', evidence.lastAgeDays)}`
}

function amounts(language: Language, reason: { trips: number; offers: number }): string {
  const parts: string[] = []
  if (reason.trips > 0) parts.push(counted(language, reason.trips, TRIPS))
  if (reason.offers > 0) parts.push(counted(language, reason.offers, OFFERS))
  return parts.join(language === 'ru' ? ' и ' : ' and ')
}

const ATTEMPTED = {
  calling: { ru: 'Ему сейчас звонят', en: 'Is being called now' },
  no_answer: { ru: 'По этому грузу не дозвонились', en: 'Did not answer about this load' },
  busy_until: { ru: 'Сказал, что занят', en: 'Said he is busy' },
  wrong_direction: { ru: 'Сказал, что сюда не возит', en: 'Said he does not run this lane' },
  too_dear: { ru: 'Попросил слишком дорого', en: 'Asked too much' },
  call_back: { ru: 'Просил перезвонить', en: 'Asked to call back' },
  offered: { ru: 'Уже дал цену на этот груз', en: 'Has already given a price' },
} as const
