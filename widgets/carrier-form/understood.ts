import type { Language } from '../../contract/codes.ts'
import { readCompanyNumber, readRegisterNumber } from '../../typed/company-number.ts'
import { readDay } from '../../typed/day.ts'
import { readDriverLicence, readVehiclePaper } from '../../typed/papers.ts'
import { readPhone } from '../../typed/phone.ts'
import { readPlate } from '../../typed/plate.ts'
import { readRate } from '../../typed/rate.ts'
import { readTerm } from '../../typed/term.ts'
import { readWeightKg } from '../../typed/weight.ts'
import { longDay } from '../shared/sentences/dates.ts'
import { money, roundMoney, weight } from '../shared/sentences/numbers.ts'
import { TERM_EVENT_LABELS } from '../../contract/codes.ts'

/** What each reader made of a text, as a person reads it back; empty while nothing is understood. */
export const understood = {
  rate(language: Language, text: string, currency: string, km: number | null): string {
    const rate = readRate(text)
    if (!rate) return ''
    const amount = money(language, { minor: rate.minor, currency })
    const unit = language === 'ru' ? 'км' : 'km'
    if (rate.per === 'trip')
      return km ? `${amount} · ${roundMoney(language, rate.minor / km, currency)}/${unit}` : amount
    const whole = km ? ` · ≈ ${roundMoney(language, rate.minor * km, currency)}` : ''
    return `${amount}/${unit}${whole}`
  },

  day(language: Language, text: string, today: string): string {
    const on = readDay(text, today)
    if (!on) return ''
    const name = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', { weekday: 'short', timeZone: 'UTC' })
    const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`
    return `${name.format(new Date(`${on}T00:00:00Z`))}, ${longDay(language, on)}${year}`
  },

  term(language: Language, text: string): string {
    const term = readTerm(text)
    if (!term) return ''
    const ru = language === 'ru'
    if (term.prepayPercent >= 100) return ru ? 'предоплата 100 %' : 'prepayment 100%'
    const event = TERM_EVENT_LABELS[term.event][language]
    const kind = term.bankDays ? (ru ? 'банк. дн.' : 'bank days') : ru ? 'кал. дн.' : 'calendar days'
    const days = term.days > 0 ? `${term.days} ${kind} ${event}` : ru ? `сразу ${event}` : `at once ${event}`
    const prepay = ru ? `предоплата ${term.prepayPercent} %, ` : `prepayment ${term.prepayPercent}%, `
    return term.prepayPercent > 0 ? prepay + days : days
  },

  plate(language: Language, text: string): string {
    const plate = readPlate(text)
    if (!plate) return ''
    const names = {
      truck: { ru: '', en: '' },
      trailer: { ru: ' · прицеп', en: ' · trailer' },
      foreign: { ru: ' · иностранный', en: ' · foreign' },
    }
    return plate.shown + names[plate.kind][language]
  },

  phone(language: Language, text: string): string {
    const phone = readPhone(text)
    if (!phone) return ''
    const country = phone.country && phone.country !== 'RU' ? ` · ${phone.country}` : ''
    const silent = phone.messageable ? '' : language === 'ru' ? ' · сообщения не принимает' : ' · takes no messages'
    return phone.shown + country + silent
  },

  weight(language: Language, text: string): string {
    const kg = readWeightKg(text)
    return kg === null ? '' : weight(language, kg)
  },

  companyNumber(language: Language, text: string, country: string | null): string {
    const number = readCompanyNumber(text, country)
    if (!number) return ''
    const names = {
      inn: {
        company: { ru: 'ИНН юрлица', en: 'INN of a company' },
        person: { ru: 'ИНН ИП', en: 'INN of a sole trader' },
      },
      bin: { ru: 'БИН/ИИН Казахстана', en: 'BIN of Kazakhstan' },
      unp: { ru: 'УНП или ИНН из 9 цифр', en: 'nine-digit number' },
    }
    return number.kind === 'inn' ? names.inn[number.of ?? 'company'][language] : names[number.kind][language]
  },

  registerNumber(_language: Language, text: string): string {
    const number = readRegisterNumber(text)
    return number ? (number.kind === 'ogrn' ? 'ОГРН' : 'ОГРНИП') : ''
  },

  licence(language: Language, text: string): string {
    const licence = readDriverLicence(text)
    return licence === null ? '' : `${language === 'ru' ? 'ВУ' : 'licence'} ${licence}`
  },

  paper(language: Language, text: string): string {
    const paper = readVehiclePaper(text)
    if (!paper) return ''
    return paper.kind === 'vin' ? `VIN ${paper.text}` : `${language === 'ru' ? 'СТС' : 'certificate'} ${paper.text}`
  },
}
