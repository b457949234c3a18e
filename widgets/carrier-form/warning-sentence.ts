import type { CaptureWarning } from '../../contract/capture.ts'
import { VAT_LABELS, type Language } from '../../contract/codes.ts'
import { momentShort, shortDay, type Clock } from '../shared/sentences/dates.ts'
import { money, roundMoney } from '../shared/sentences/numbers.ts'
import { counted, DAYS, TRIPS } from '../shared/sentences/plural.ts'

/** What should be known before the press, as one sentence. */
export function captureWarningSentence(language: Language, warning: CaptureWarning, clock: Clock): string {
  const ru = language === 'ru'
  switch (warning.code) {
    case 'stop_list':
      return (ru ? 'В стоп-листе' : 'On the stop list') + (warning.reason ? `: ${warning.reason}` : '')
    case 'paused': {
      const until = warning.until ? (ru ? ' до ' : ' until ') + shortDay(language, warning.until, clock) : ''
      return (ru ? 'Работа с ним приостановлена' : 'Paused') + until
    }
    case 'security_failed':
      return ru ? 'Не прошёл проверку безопасности' : 'Failed the security check'
    case 'security_unknown':
      return ru ? 'Безопасность его ещё не проверяла' : 'Not checked by security yet'
    case 'security_old': {
      const days = counted(language, warning.days, DAYS)
      return ru ? `Проверка безопасности старая: ${days} назад` : `The security check is old: ${days} ago`
    }
    case 'opted_out':
      return ru ? 'Просил больше ему не писать' : 'Asked not to be written to'
    case 'phone_elsewhere': {
      const names = warning.names.join(', ')
      return ru ? `Этот номер записан и у других: ${names}` : `This number stands with others, too: ${names}`
    }
    case 'contact_changes_on_trip': {
      const trips = counted(language, warning.trips, TRIPS)
      return ru
        ? `У него ${trips} в пути, а номер новый. Позвоните по прежнему; руководитель получит уведомление`
        : `He has ${trips} under way, and the number is new. Call the old one; your head will be told`
    }
    case 'offered_already': {
      const price = warning.rate
        ? `${money(language, warning.rate)}${warning.rate.vat ? ` ${VAT_LABELS[warning.rate.vat][language]}` : ''}`
        : ''
      const when = momentShort(language, warning.at, clock)
      const by = warning.byName ? `, ${warning.byName}` : ''
      return ru
        ? `Уже предлагал на этот груз: ${price} (${when}${by})`
        : `Has offered for this load: ${price} (${when}${by})`
    }
    case 'rate_low':
    case 'rate_high': {
      const range = `${roundMoney(language, warning.lowMinor, warning.currency)} – ${roundMoney(language, warning.highMinor, warning.currency)}`
      const isLow = warning.code === 'rate_low'
      if (ru) return `${isLow ? 'Ниже' : 'Выше'} обычного на этом направлении: ${range} (по ${warning.count} ставкам)`
      return `${isLow ? 'Below' : 'Above'} the usual here: ${range} (by ${warning.count} rates)`
    }
    case 'excluded_by_client':
      return ru ? 'Клиент просил его не ставить' : 'Excluded by the client'
  }
}

/** Whether it is worth red: the carrier himself is in doubt. */
export function isGrave(warning: CaptureWarning): boolean {
  return ['stop_list', 'security_failed', 'contact_changes_on_trip', 'excluded_by_client'].includes(warning.code)
}
