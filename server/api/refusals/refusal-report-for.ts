import type { Language } from '../../../contract/codes.ts'
import type { RefusalReportAnswer } from '../../../contract/refusal-report.ts'
import { REFUSAL_REASON_LABELS } from '../../../contract/refusal-reasons.ts'
import { reportLine, reportLines, type ReportFact } from '../../refusal/report.ts'
import { readCompanyTitles } from '../../store/candidates.ts'
import { readCardSemantics } from '../../store/card-semantics.ts'
import { listLostMovesBetween } from '../../store/lost-moves.ts'
import { readEveryone } from '../../store/people.ts'
import { countLifted, listRefusalsBetween } from '../../store/refusals.ts'
import type { ApiContext } from '../api-context.ts'
import { ledPeople } from '../session/led-people.ts'
import type { Viewer } from '../session/bearer.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { readRefusalSettings } from './settings.ts'

const MOSCOW_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

/** The report over these days (YYYY-MM-DD, both included): a head's over his own people, a director's over all. */
export async function refusalReportFor(
  context: ApiContext,
  room: PortalRoom,
  viewer: Pick<Viewer, 'userId' | 'roles' | 'language'>,
  span: { fromOn: string; toOn: string },
): Promise<RefusalReportAnswer> {
  const { store } = room
  const { closeShare } = await readRefusalSettings(store)
  const fromAt = new Date(Date.parse(`${span.fromOn}T00:00:00Z`) - MOSCOW_MS).toISOString()
  const toAt = new Date(Date.parse(`${span.toOn}T00:00:00Z`) - MOSCOW_MS + DAY_MS).toISOString()
  const seesAll = viewer.roles.includes('director') || viewer.roles.includes('admin')
  const led = seesAll ? null : await ledPeople(store, viewer.userId)
  const rows = (await listRefusalsBetween(store, fromAt, toAt)).filter((row) => !led || led.has(row.askerId))
  const semantics = await readCardSemantics(store, rows)
  const laneOf = (from: number | null, to: number | null) => (from === null || to === null ? null : `${from} ${to}`)
  const counted = rows.filter(({ policy }) => policy !== 'exempt')
  const facts = counted.map((row): ReportFact => ({
    state: row.state,
    policy: row.policy,
    reason: row.reason,
    clientId: row.clientId,
    managerId: row.managerId ?? row.askerId,
    lane: laneOf(row.fromPlaceId, row.toPlaceId),
    sumMinor: row.sumCurrency === 'RUB' ? row.sumMinor : null,
    bestShare: row.bestShare,
    askedAt: row.askedAt,
    decidedAt: row.decidedAt,
    cardSemantics: semantics.get(`${row.cardKind} ${row.cardId}`) ?? null,
  }))
  const companies = await readCompanyTitles(
    store,
    rows.flatMap(({ clientId }) => clientId ?? []),
  )
  const people = new Map((await readEveryone(store)).map(({ id, name }) => [id, name]))
  const placeName = (id: string) => context.gazetteer.byId(Number(id))?.name ?? id
  const moves = (await listLostMovesBetween(store, fromAt, toAt)).filter(
    ({ byUserId }) => !led || (byUserId !== null && led.has(byUserId)),
  )
  const ended = (verdict: string) => moves.filter((move) => move.verdict === verdict).length
  return {
    ...span,
    closeShare,
    total: reportLine('total', '', facts, closeShare),
    lines: {
      reason: reportLines(facts, ({ reason }) => reason, reasonName(viewer.language), closeShare),
      client: reportLines(
        facts,
        ({ clientId }) => (clientId === null ? null : String(clientId)),
        (id) => companies.get(Number(id)) ?? `№ ${id}`,
        closeShare,
      ),
      manager: reportLines(
        facts,
        ({ managerId }) => (managerId === null ? null : String(managerId)),
        (id) => people.get(Number(id)) ?? `№ ${id}`,
        closeShare,
      ),
      lane: reportLines(
        facts,
        ({ lane }) => lane,
        (lane) => lane.split(' ').map(placeName).join(' — '),
        closeShare,
      ),
    },
    lifted: await countLifted(
      store,
      rows.map(({ key }) => key),
    ),
    exempt: rows.length - counted.length + ended('exempt'),
    unruled: { returned: ended('returned'), reported: ended('reported'), left: ended('left') },
  }
}

const reasonName = (language: Language) => (code: string) =>
  REFUSAL_REASON_LABELS[code as keyof typeof REFUSAL_REASON_LABELS][language]
