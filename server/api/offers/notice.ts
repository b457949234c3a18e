import type { VatCode } from '../../../contract/codes.ts'
import type { Money, Rate } from '../../../contract/money.ts'
import type { SettingValue } from '../../../contract/settings.ts'
import { equalMarginMinor } from '../../money/equal-margin.ts'
import type { NotifyPayload } from '../../outbox/commands/notify-manager.ts'
import { plain, rateWords } from '../../outbox/commands/words.ts'

/**
 * When the responsible person is told: `first` once a load, the same notice being brought up to date by later offers;
 * `every` by a notice of its own each time; `best` only when nobody offered less.
 */
export type NoticeSetting = SettingValue<'offerNotice'>

export interface NoticeInput {
  setting: NoticeSetting
  toUserId: number
  load: { kind: 'request' | 'order'; id: number; title: string; path: string }
  companyName: string
  rate: Money
  vat: VatCode
  /** Offers this load has already. */
  earlier: readonly Rate[]
  key: string
}

/** The notification of an offer, or null when the setting says that nobody is to be told. */
export function noticeOf(input: NoticeInput): NotifyPayload | null {
  const { setting, load, earlier } = input
  const comparable = earlier.filter((rate) => rate.vat !== null && rate.currency === input.rate.currency)
  const own = equalMarginMinor(input.rate.minor, input.vat, 'none')
  const isBest = comparable.every((rate) => own < equalMarginMinor(rate.minor, rate.vat!, 'none'))
  if (setting === 'best' && !isBest) return null
  const tag = `REIS|OFFER|${load.kind}|${load.id}`
  const where = load.kind === 'request' ? 'запросу' : 'заявке'
  const lines = [
    `Предложение по ${where} [url=${load.path}]${plain(load.title)}[/url]: ${plain(input.companyName)}, ${rateWords(input.rate, input.vat)}`,
    earlier.length > 0 && `Всего предложений: ${earlier.length + 1}${isBest ? ', это пока лучшее' : ''}`,
  ]
  return {
    toUserId: input.toUserId,
    message: lines.filter(Boolean).join('\n'),
    tag: setting === 'every' ? `${tag}|${input.key}` : tag,
  }
}
