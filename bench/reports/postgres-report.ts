import { dayOfEpoch, NO_DAY } from '../../server/profit/ledger/ledger-row.ts'
import type { Ledger } from '../../server/profit/ledger/ledger.ts'
import type { ReportBy, ReportQuery } from '../../contract/profit-report.ts'
import type { PostgresWire } from '../match/postgres-wire.ts'

const COLUMN: Record<ReportBy, string> = {
  client: 'client',
  carrier: 'carrier',
  lane: 'from_place::bigint * 16777216 + to_place',
  logist: 'logist',
  manager: 'manager',
  entity: 'entity',
}

/** The same rows, already reckoned, in a table with an index by day: PostgreSQL has only to add them up. */
export async function fillPostgres(wire: PostgresWire, ledger: Ledger): Promise<void> {
  await wire.query(`CREATE TABLE trip (id int PRIMARY KEY, deal int, client int, carrier int, from_place int,
    to_place int, logist int, manager int, entity int, day date, done boolean, known boolean, revenue bigint,
    cost bigint, margin bigint, km real, pay_days int)`)
  await wire.copyInto('trip', rowsOf(ledger))
  await wire.query('CREATE INDEX ON trip (day); ANALYZE trip')
}

function* rowsOf(ledger: Ledger): Iterable<(string | number)[]> {
  const { ids, money } = ledger
  for (let row = 0; row < ledger.count; row++) {
    const day = ids.day[row]!
    yield [
      ...[ids.orderId, ids.dealId, ids.clientId, ids.carrierId, ids.fromPlaceId, ids.toPlaceId].map((one) => one[row]!),
      ...[ids.logistId, ids.managerId, ids.entityId].map((one) => one[row]!),
      day === NO_DAY ? '\\N' : dayOfEpoch(day),
      ledger.isDone(row) ? 't' : 'f',
      ledger.isKnown(row) ? 't' : 'f',
      ...[money.revenueMinor, money.costMinor, money.marginMinor].map((one) => one[row]!),
      ledger.km[row]!,
      ledger.span('payDays', row) ?? '\\N',
    ]
  }
}

/** The report in SQL: groups by margin, what they have in our answer. */
export function reportSql({ from, to, by, state }: ReportQuery): string {
  return `SELECT ${COLUMN[by]} AS key, count(*), count(*) FILTER (WHERE NOT known), count(DISTINCT deal),
      coalesce(sum(revenue) FILTER (WHERE known), 0), coalesce(sum(cost) FILTER (WHERE known), 0),
      coalesce(sum(margin) FILTER (WHERE known), 0) AS margin,
      sum(revenue) FILTER (WHERE known AND km > 0) / nullif(sum(km) FILTER (WHERE known AND km > 0), 0), avg(pay_days)
    FROM trip WHERE day BETWEEN '${from}' AND '${to}' ${state === 'done' ? 'AND done' : ''}
    GROUP BY 1 ORDER BY margin DESC, key`
}
