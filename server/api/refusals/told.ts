import type { Language } from '../../../contract/codes.ts'
import type { PortalStore } from '../../store/database.ts'
import type { NewStep } from '../../store/outbox.ts'
import { readPeople } from '../../store/people.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { readLanguages } from '../../store/person-languages.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { RefusalStepRow } from '../../store/refusals.ts'
import { rateOf } from '../carriers/load-view.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { cardPath } from './card-path.ts'
import { NOTICES, type NoticeName, type Told } from './words.ts'

type Saying = Pick<RefusalStepRow, 'byUserId' | 'insteadOfId' | 'text' | 'toUserId' | 'untilOn'>

/** A refusal and its newest step in names and words. */
export async function toldOf(room: PortalRoom, row: RefusalRow, title: string, step: Saying | null): Promise<Told> {
  const ids = [row.askerId, step?.byUserId, step?.insteadOfId, step?.toUserId].filter((id) => typeof id === 'number')
  const people = await readPeople(room.store, ids)
  const nameOf = (id: number | null | undefined) => (typeof id === 'number' ? (people.get(id)?.name ?? '') : null)
  return {
    portalLanguage: await readPortalLanguage(room.store),
    title,
    path: cardPath(room, { kind: row.cardKind, id: row.cardId }),
    kind: row.cardKind,
    reason: row.reason,
    comment: row.comment,
    sum: row.sumMinor === null || row.sumCurrency === null ? null : rateOf(row.sumMinor, row.sumCurrency, row.sumVat),
    asker: nameOf(row.askerId) ?? '',
    by: nameOf(step?.byUserId),
    insteadOf: nameOf(step?.insteadOfId),
    text: step?.text ?? null,
    to: nameOf(step?.toUserId),
    untilOn: step?.untilOn ?? null,
  }
}

/** Tells each of them once, in his own language. One tag a refusal: a later notice takes the place of the earlier. */
export async function noticeSteps(
  store: PortalStore,
  notice: NoticeName,
  toUserIds: readonly number[],
  told: Told,
  tag: string,
  dependsOn: number[],
): Promise<NewStep[]> {
  const people = [...new Set(toUserIds)]
  const languages = await readLanguages(store, people)
  return people.map((toUserId) => {
    const language: Language = languages.get(toUserId) ?? told.portalLanguage
    const message = NOTICES[notice][language](told)
    return {
      command: 'notify-manager',
      subject: `user ${toUserId} bell`,
      payload: { toUserId, message, tag },
      dependsOn,
    }
  })
}
