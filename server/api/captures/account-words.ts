import type { Language } from '../../../contract/codes.ts'
import { plain } from '../../outbox/commands/words.ts'
import type { CarrierUnderWay } from '../../store/bank-accounts.ts'

type Carrier = Pick<CarrierUnderWay, 'companyId' | 'companyName' | 'trips'>

/** Only last digits are named: whoever reads it can find the account, and a picture of it gives nothing away. */
export function accountAlert(
  carrier: Carrier,
  before: readonly string[],
  now: readonly string[],
  language: Language,
): string {
  const words = WORDS[language]
  const named = (tails: readonly string[]) =>
    tails.length > 0 ? tails.map((tail) => `•••• ${tail}`).join(', ') : words.none
  return [words.account(linkTo(carrier), carrier.trips), words.accounts(named(before), named(now))].join('\n')
}

/** Numbers are told by their last two digits. */
export function numberAlert(
  carrier: Carrier,
  added: readonly string[],
  gone: readonly string[],
  language: Language,
): string {
  const words = WORDS[language]
  const named = (tails: readonly string[]) => tails.map((tail) => `…${tail}`).join(', ')
  const changes = [added.length > 0 && words.added(named(added)), gone.length > 0 && words.gone(named(gone))]
  return [words.number(linkTo(carrier), carrier.trips), words.numbers(changes.filter(Boolean).join('; '))].join('\n')
}

const WORDS = {
  ru: {
    none: 'нет',
    account: (carrier: string, trips: number) =>
      `Внимание: у перевозчика ${carrier} изменились банковские реквизиты, пока он везёт наш груз (рейсов в пути: ${trips}).`,
    accounts: (before: string, now: string) =>
      `Счёт был: ${before}. Стал: ${now}. Не платите по новому, пока не позвоните перевозчику по прежнему номеру.`,
    number: (carrier: string, trips: number) =>
      `Внимание: у перевозчика ${carrier} изменились номера, пока он везёт наш груз (рейсов в пути: ${trips}).`,
    added: (numbers: string) => `появились ${numbers}`,
    gone: (numbers: string) => `пропали ${numbers}`,
    numbers: (changes: string) =>
      `Номера: ${changes}. Позвоните перевозчику по прежнему номеру, прежде чем верить новому.`,
  },
  en: {
    none: 'none',
    account: (carrier: string, trips: number) =>
      `Warning: the bank details of ${carrier} changed while he carries our load (trips under way: ${trips}).`,
    accounts: (before: string, now: string) =>
      `The account was ${before} and is now ${now}. Do not pay to the new one before you have called the carrier at his old number.`,
    number: (carrier: string, trips: number) =>
      `Warning: the numbers of ${carrier} changed while he carries our load (trips under way: ${trips}).`,
    added: (numbers: string) => `${numbers} added`,
    gone: (numbers: string) => `${numbers} gone`,
    numbers: (changes: string) =>
      `Numbers: ${changes}. Call the carrier at his old number before you believe the new one.`,
  },
} satisfies Record<Language, unknown>

const linkTo = ({ companyId, companyName }: Carrier): string =>
  `[url=/crm/company/details/${companyId}/]${plain(companyName)}[/url]`
