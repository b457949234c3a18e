import { plain } from '../../outbox/commands/words.ts'
import {
  keepBankAccountsOf,
  readBankAccounts,
  readCarriersUnderWay,
  saveBankAccount,
  type BankAccountRow,
  type CarrierUnderWay,
} from '../../store/bank-accounts.ts'
import { acceptChain, type NewStep } from '../../store/outbox.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { headsOf } from './heads-of.ts'

type Seen = Pick<BankAccountRow, 'fingerprint'> & { tails: string[] }

/**
 * Compares where money of carriers with a trip under way goes with what was last seen, and tells the heads of whoever
 * leads those trips of every change: an account that changes while a load is on board is how swindlers are paid. What
 * was told and what is now known are kept in one transaction: a change is told once, and never lost.
 */
export async function watchAccounts(
  room: PortalRoom,
  read: (companyIds: number[]) => Promise<Map<number, Seen>>,
  at: string,
): Promise<void> {
  const { store } = room
  const underWay = await readCarriersUnderWay(store)
  const known = await readBankAccounts(store)
  const seen = await read(underWay.map(({ companyId }) => companyId))
  await keepBankAccountsOf(store, [...seen.keys()])
  for (const carrier of underWay) {
    const now = seen.get(carrier.companyId)
    if (!now) continue
    const before = known.get(carrier.companyId)
    const row = {
      companyId: carrier.companyId,
      fingerprint: now.fingerprint,
      tails: JSON.stringify(now.tails),
      seenAt: at,
    }
    if (before?.fingerprint === now.fingerprint) continue
    if (before) await alarm(room, carrier, before, row)
    else await saveBankAccount(store, row)
  }
}

async function alarm(
  room: PortalRoom,
  carrier: CarrierUnderWay,
  before: BankAccountRow,
  row: BankAccountRow,
): Promise<void> {
  const heads = new Set<number>()
  for (const userId of carrier.userIds) for (const head of await headsOf(room.store, userId)) heads.add(head)
  // Somebody has to hear of it, also where nobody's head is known.
  if (heads.size === 0) heads.add(room.portal.installedByUserId)
  const message = accountAlert(carrier, JSON.parse(before.tails) as string[], JSON.parse(row.tails) as string[])
  const steps = [...heads].map((toUserId): NewStep => ({
    command: 'notify-manager',
    subject: `user ${toUserId} bell`,
    payload: { toUserId, message, tag: `REIS|BANK|${carrier.companyId}|${row.fingerprint}` },
    dependsOn: [],
  }))
  const chain = {
    // An account may change there and back: each time is told.
    key: `bank-${carrier.companyId}-${row.fingerprint}-${row.seenAt}`,
    kind: 'watch',
    userId: room.portal.installedByUserId,
    input: {},
    loadKind: null,
    loadId: null,
    companyId: carrier.companyId,
    acceptedAt: row.seenAt,
    steps,
  }
  if (await acceptChain(room.store, chain, (transaction) => saveBankAccount(transaction, row))) room.wakeOutbox()
}

/** Only last digits are named: whoever reads it can find the account, and a picture of it gives nothing away. */
export function accountAlert(
  { companyId, companyName, trips }: Pick<CarrierUnderWay, 'companyId' | 'companyName' | 'trips'>,
  before: readonly string[],
  now: readonly string[],
): string {
  const named = (tails: readonly string[]) => (tails.length ? tails.map((tail) => `•••• ${tail}`).join(', ') : 'нет')
  return [
    `Внимание: у перевозчика [url=/crm/company/details/${companyId}/]${plain(companyName)}[/url] изменились банковские реквизиты, пока он везёт наш груз (рейсов в пути: ${trips}).`,
    `Счёт был: ${named(before)}. Стал: ${named(now)}. Не платите по новому, пока не позвоните перевозчику по прежнему номеру.`,
  ].join('\n')
}
