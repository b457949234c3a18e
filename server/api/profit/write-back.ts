import { createHash } from 'node:crypto'
import { epochDay } from '../../profit/ledger/ledger-row.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readProfitWritten, saveProfitWritten } from '../../store/profit-written.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { ledgerOf } from './ledger-keeper.ts'
import { moscowDay } from './order-days.ts'
import type { ProfitTools } from './profit-knowledge.ts'
import { readProfitSettings } from './read-profit-settings.ts'

/** Older trips stay as they are: nobody plans with them, and a portal takes two writes a second. */
const WRITTEN_DAYS = 90
/** At a time; the rest follow with the next round. */
const MOST_ORDERS = 200

/**
 * Writes margin, per cent and the moment of calculation into the portal's orders where they differ from what was last
 * written, in the name of who installed the app. Does nothing unless a director has switched it on. Returns how many.
 */
export async function writeBackProfit(room: PortalRoom, tools: ProfitTools, now: number): Promise<number> {
  const { store } = room
  if (!(await readProfitSettings(store)).writeBack) return 0
  const at = new Date(now).toISOString()
  const since = epochDay(moscowDay(at)) - WRITTEN_DAYS
  const { ledger } = await ledgerOf(store, tools)
  const known = await readProfitWritten(store)
  const { ids, money } = ledger
  let count = 0
  for (let row = 0; row < ledger.count && count < MOST_ORDERS; row++) {
    if (ids.day[row]! < since && ledger.isDone(row)) continue
    const orderId = ids.orderId[row]!
    const isKnown = ledger.isKnown(row)
    const marginMinor = isKnown ? money.marginMinor[row]! : null
    const revenue = money.revenueMinor[row]!
    const share = isKnown && revenue !== 0 ? money.marginMinor[row]! / revenue : null
    const last = known.get(orderId)
    if (last ? last.marginMinor === marginMinor && last.share === share : marginMinor === null) continue
    const values = {
      NET_MARGIN: marginMinor === null ? null : { minor: marginMinor, currency: 'RUB' },
      MARGIN_PCT: share === null ? null : Math.round(share * 10_000) / 100,
      CALCULATED_AT: at,
    }
    const chain = {
      key: createHash('sha256').update(`profit ${orderId} ${marginMinor} ${share} ${at}`).digest('hex').slice(0, 32),
      kind: 'profit-written',
      userId: room.portal.installedByUserId,
      input: values,
      loadKind: null,
      loadId: null,
      companyId: null,
      acceptedAt: at,
      steps: [
        {
          command: 'update-item',
          subject: `order ${orderId}`,
          payload: { card: { kind: 'order', id: orderId }, values },
          dependsOn: [],
        },
      ],
    }
    await acceptChain(store, chain, (transaction) =>
      saveProfitWritten(transaction, { orderId, marginMinor, share, at }),
    )
    count += 1
  }
  if (count > 0) room.wakeOutbox()
  return count
}
