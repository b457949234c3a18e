import { createHash } from 'node:crypto'
import type { Language } from '../../../contract/codes.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import {
  isContactTold,
  keepBankAccountsOf,
  readBankAccounts,
  readCarriersUnderWay,
  readNumbersOf,
  saveBankAccount,
  type BankAccountRow,
  type CarrierUnderWay,
} from '../../store/bank-accounts.ts'
import { acceptChain, type NewStep } from '../../store/outbox.ts'
import { readToldLanguages } from '../../store/person-languages.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { accountAlert, numberAlert } from './account-words.ts'
import { headsToAlarm } from './heads-of.ts'
import { todayIn } from './today.ts'

type Seen = Pick<BankAccountRow, 'fingerprint'> & { tails: string[] }
/** Asks the portal where these companies’ money goes. */
export type AccountsRead = (companyIds: number[]) => Promise<Map<number, Seen>>

/**
 * Compares accounts and numbers of carriers with a trip under way with what was last seen, and tells the heads of
 * whoever leads those trips of every change, whoever made it and wherever: an account or a number that changes while a
 * load is on board is how swindlers are paid. What was told and what is now known are kept in one transaction: a change
 * is told once, and never lost. `read` asks the portal for accounts; null: only numbers are compared, which the copy has.
 */
export async function watchAccounts(room: PortalRoom, read: AccountsRead | null, at: string): Promise<void> {
  const { store } = room
  const underWay = await readCarriersUnderWay(store)
  const companyIds = underWay.map(({ companyId }) => companyId)
  const known = await readBankAccounts(store)
  const seen = read ? await read(companyIds) : seenBefore(known)
  const numbers = await readNumbersOf(store, companyIds)
  await keepBankAccountsOf(store, companyIds)
  for (const carrier of underWay) {
    const { companyId } = carrier
    const accounts = seen.get(companyId)
    if (!accounts) continue
    const row: BankAccountRow = {
      companyId,
      fingerprint: accounts.fingerprint,
      tails: JSON.stringify(accounts.tails),
      seenAt: at,
      numbers: JSON.stringify((numbers.get(companyId) ?? []).map(markOfNumber)),
    }
    const before = known.get(companyId)
    if (before?.fingerprint === row.fingerprint && before.numbers === row.numbers) continue
    const alerts = before ? await alertsOf(room, carrier, before, row) : []
    if (alerts.length === 0) await saveBankAccount(store, row)
    else await tell(room, carrier, row, alerts)
  }
}

/** Accounts as they were at the last look; whoever was never looked at has no news yet. */
function seenBefore(known: ReadonlyMap<number, BankAccountRow>): Map<number, Seen> {
  return new Map(
    [...known].map(([companyId, row]) => [
      companyId,
      { fingerprint: row.fingerprint, tails: JSON.parse(row.tails) as string[] },
    ]),
  )
}

interface Alert {
  tag: string
  message: (language: Language) => string
}

async function alertsOf(
  { store }: PortalRoom,
  carrier: CarrierUnderWay,
  before: BankAccountRow,
  row: BankAccountRow,
): Promise<Alert[]> {
  const { companyId } = carrier
  const alerts: Alert[] = []
  if (before.fingerprint !== row.fingerprint)
    alerts.push({
      tag: `REIS|BANK|${companyId}|${row.fingerprint}`,
      message: (language) =>
        accountAlert(carrier, JSON.parse(before.tails) as string[], JSON.parse(row.tails) as string[], language),
    })
  const isNewNumber = before.numbers !== null && before.numbers !== row.numbers
  // A press of the form tells the heads itself, with the name of whoever made it.
  if (isNewNumber && !(await isContactTold(store, companyId, before.seenAt))) {
    const [old, now] = [before.numbers, row.numbers].map((text) => JSON.parse(text!) as string[]) as [
      string[],
      string[],
    ]
    alerts.push({
      tag: `REIS|NUMBERS|${companyId}|${row.seenAt}`,
      message: (language) =>
        numberAlert(
          carrier,
          now.filter((mark) => !old.includes(mark)).map(tailOf),
          old.filter((mark) => !now.includes(mark)).map(tailOf),
          language,
        ),
    })
  }
  return alerts
}

async function tell(room: PortalRoom, carrier: CarrierUnderWay, row: BankAccountRow, alerts: Alert[]): Promise<void> {
  const on = todayIn(DEFAULT_TIME_ZONE, Date.parse(row.seenAt))
  const heads = new Set<number>()
  for (const userId of carrier.userIds) for (const head of await headsToAlarm(room.store, userId, on)) heads.add(head)
  // Somebody has to hear of it, also where nobody's head is known.
  if (heads.size === 0) heads.add(room.portal.installedByUserId)
  const languageOf = await readToldLanguages(room.store, [...heads])
  const steps = [...heads].flatMap((toUserId) =>
    alerts.map(({ tag, message }): NewStep => ({
      command: 'notify-manager',
      subject: `user ${toUserId} bell`,
      payload: { toUserId, tag, message: message(languageOf(toUserId)) },
      dependsOn: [],
    })),
  )
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

/** Tells numbers apart without being one; the last two digits are for people. */
function markOfNumber(lastDigits: string): string {
  return `${createHash('sha256').update(lastDigits).digest('hex').slice(0, 12)} ${lastDigits.slice(-2)}`
}

const tailOf = (mark: string): string => mark.slice(-2)
