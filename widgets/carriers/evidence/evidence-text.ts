import type { Language } from '../../../contract/codes.ts'
import type { EvidenceRecord } from '../../../contract/evidence.ts'
import { attemptHistoryLine } from '../../shared/sentences/attempt.ts'
import { type Clock, longDay, momentFull } from '../../shared/sentences/dates.ts'
import { money } from '../../shared/sentences/numbers.ts'
import { vatText } from '../../shared/sentences/rate.ts'
import { ruleText } from '../../shared/sentences/rule.ts'

/** A record in words: what it is, and below it what else is known. */
export interface EvidenceText {
  title: string
  details: string[]
}

const STATES = {
  running: { ru: 'в работе', en: 'running' },
  done: { ru: 'выполнена', en: 'done' },
  broken: { ru: 'сорвана', en: 'failed' },
} as const
const OUTCOMES = {
  open: { ru: 'ещё не решено', en: 'undecided' },
  taken: { ru: 'взято', en: 'taken' },
  lost: { ru: 'не взято', en: 'not taken' },
} as const

/** What a line of the explanation rests on, for one who wants to see it. */
export function evidenceText(
  language: Language,
  record: EvidenceRecord,
  { clock, userId }: { clock: Clock; userId: number },
): EvidenceText {
  const ru = language === 'ru'
  switch (record.kind) {
    case 'order': {
      const title = `${ru ? 'Заявка' : 'Order'} № ${record.id}: ${record.from} → ${record.to}`
      return {
        title,
        details: [dayText(language, record.at), STATES[record.state][language], rateText(language, record)],
      }
    }
    case 'offer': {
      const title = `${ru ? 'Предложение' : 'Offer'} № ${record.id}: ${record.from} → ${record.to}`
      const by = record.byName === null ? [] : [ru ? `записал ${record.byName}` : `taken down by ${record.byName}`]
      const outcome = OUTCOMES[record.outcome][language]
      return { title, details: [dayText(language, record.at), outcome, rateText(language, record), ...by] }
    }
    case 'base':
      return {
        title: ru ? 'Запись в базе перевозчиков' : 'Entry in the carrier base',
        details: baseDetails(language, record),
      }
    case 'attempt':
      return { title: attemptHistoryLine(language, record.attempt, clock, userId), details: [] }
    case 'rule': {
      const until = record.untilOn === null ? [] : [`${ru ? 'до' : 'until'} ${longDay(language, record.untilOn)}`]
      const by = record.byName === null ? [] : [record.byName]
      return { title: ruleText(language, record), details: [...by, momentFull(language, record.at, clock), ...until] }
    }
  }
}

function baseDetails(language: Language, record: Extract<EvidenceRecord, { kind: 'base' }>): string[] {
  const ru = language === 'ru'
  const details: string[] = []
  if (record.directions.length > 0)
    details.push(`${ru ? 'Направления' : 'Directions'}: ${record.directions.join('; ')}`)
  if (record.home !== null) details.push(`${ru ? 'Дом' : 'Home'}: ${record.home}`)
  if (record.now !== null) {
    const at = record.now.at === null ? '' : `, ${dayText(language, record.now.at)}`
    details.push(`${ru ? 'Машина стоит' : 'Truck stands'}: ${record.now.place}${at}`)
  }
  if (record.free !== null) {
    const on = record.free.on === null ? '' : `, ${longDay(language, record.free.on)}`
    details.push(`${ru ? 'Освободится' : 'Will be free'}: ${record.free.place}${on}`)
  }
  if (record.preferred) details.push(ru ? 'Отмечен как предпочтительный' : 'Marked as preferred')
  details.push(`${ru ? 'Запись изменена' : 'Entry changed'} ${dayText(language, record.updatedAt)}`)
  return details
}

function dayText(language: Language, at: string): string {
  return longDay(language, at.slice(0, 10))
}

function rateText(language: Language, { rate }: Extract<EvidenceRecord, { kind: 'order' | 'offer' }>): string {
  if (rate === null) return language === 'ru' ? 'ставка неизвестна' : 'rate unknown'
  return `${money(language, rate)} ${vatText(language, rate.vat)}`
}
