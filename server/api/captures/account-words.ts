import { plain } from '../../outbox/commands/words.ts'
import type { CarrierUnderWay } from '../../store/bank-accounts.ts'

type Carrier = Pick<CarrierUnderWay, 'companyId' | 'companyName' | 'trips'>

/** Only last digits are named: whoever reads it can find the account, and a picture of it gives nothing away. */
export function accountAlert(carrier: Carrier, before: readonly string[], now: readonly string[]): string {
  const named = (tails: readonly string[]) => (tails.length ? tails.map((tail) => `•••• ${tail}`).join(', ') : 'нет')
  return [
    `Внимание: у перевозчика ${linkTo(carrier)} изменились банковские реквизиты, пока он везёт наш груз (рейсов в пути: ${carrier.trips}).`,
    `Счёт был: ${named(before)}. Стал: ${named(now)}. Не платите по новому, пока не позвоните перевозчику по прежнему номеру.`,
  ].join('\n')
}

/** Numbers are told by their last two digits. */
export function numberAlert(carrier: Carrier, added: readonly string[], gone: readonly string[]): string {
  const named = (tails: readonly string[]) => tails.map((tail) => `…${tail}`).join(', ')
  const changes = [added.length > 0 && `появились ${named(added)}`, gone.length > 0 && `пропали ${named(gone)}`]
  return [
    `Внимание: у перевозчика ${linkTo(carrier)} изменились номера, пока он везёт наш груз (рейсов в пути: ${carrier.trips}).`,
    `Номера: ${changes.filter(Boolean).join('; ')}. Позвоните перевозчику по прежнему номеру, прежде чем верить новому.`,
  ].join('\n')
}

const linkTo = ({ companyId, companyName }: Carrier): string =>
  `[url=/crm/company/details/${companyId}/]${plain(companyName)}[/url]`
