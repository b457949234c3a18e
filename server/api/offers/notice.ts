import type { Language, VatCode } from '../../../contract/codes.ts'
import type { Money, Rate } from '../../../contract/money.ts'
import type { SettingValue } from '../../../contract/settings.ts'
import { equalMarginMinor } from '../../money/equal-margin.ts'
import type { NotifyPayload } from '../../outbox/commands/notify-manager.ts'
import { plain, priceWords } from '../../outbox/commands/words.ts'

/**
 * When the responsible person is told: `first` once a load, the same notice being brought up to date by later offers;
 * `every` by a notice of its own each time; `best` only when nobody offered less.
 */
export type NoticeSetting = SettingValue<'offerNotice'>

export interface NoticeInput {
  setting: NoticeSetting
  toUserId: number
  /** His. */
  language: Language
  load: { kind: 'request' | 'order'; id: number; title: string; path: string }
  companyName: string
  action?: 'quote' | 'executor'
  /** null: only a price per kilometre was named. */
  rate: Money | null
  ratePerKm?: Money | null
  vat: VatCode
  /** Offers this load has already. */
  earlier: readonly Rate[]
  key: string
}

const WORDS: Record<Language, Record<'executor' | 'quote' | 'request' | 'order' | 'count' | 'best', string>> = {
  ru: {
    executor: 'Предложен исполнитель',
    quote: 'Предложение',
    request: 'по запросу',
    order: 'по заявке',
    count: 'Всего предложений',
    best: 'это пока лучшее',
  },
  en: {
    executor: 'Executor proposed',
    quote: 'Offer',
    request: 'for the request',
    order: 'for the order',
    count: 'Offers so far',
    best: 'this is the best',
  },
}

/** The notification of an offer, or null when the setting says that nobody is to be told. */
export function noticeOf(input: NoticeInput): NotifyPayload | null {
  const { setting, load, earlier, language } = input
  const isBest = isBestOf(input, earlier)
  if (setting === 'best' && !isBest) return null
  const tag = `REIS|OFFER|${load.kind}|${load.id}`
  const words = WORDS[language]
  const card = `[url=${load.path}]${plain(load.title)}[/url]`
  const price = priceWords({ ...input, ratePerKm: input.ratePerKm ?? null }, language)
  const lines = [
    `${words[input.action ?? 'quote']} ${words[load.kind]} ${card}: ${plain(input.companyName)}, ${price}`,
    earlier.length > 0 && `${words.count}: ${earlier.length + 1}${isBest ? `, ${words.best}` : ''}`,
  ]
  return {
    toUserId: input.toUserId,
    message: lines.filter(Boolean).join('\n'),
    tag: setting === 'every' ? `${tag}|${input.key}` : tag,
  }
}

/** A price per kilometre is compared with nothing: nobody has fixed the kilometres. */
function isBestOf({ rate, vat }: NoticeInput, earlier: readonly Rate[]): boolean {
  if (rate === null) return false
  const own = equalMarginMinor(rate.minor, vat, 'none')
  return earlier
    .filter((one) => one.vat !== null && one.currency === rate.currency)
    .every((one) => own < equalMarginMinor(one.minor, one.vat!, 'none'))
}
