import type { OfferInput } from '../../../contract/actions.ts'
import type { Language } from '../../../contract/codes.ts'
import type { Rate } from '../../../contract/money.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import type { NewOfferPayload } from '../../outbox/commands/offer-payload.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { LoadRow } from '../../store/schema.ts'
import { dayStart } from './day-start.ts'
import { noticeOf, type NoticeSetting } from './notice.ts'

/** What one press on "Предложить" sends: the offer; then, once it stands, the comment and the notice. */
export function offerSteps(
  input: OfferInput,
  about: {
    row: LoadRow
    companyName: string
    /** Zone of the loading place; null where the place is not known. */
    timeZone: string | null
    byUserId: number
    /** The portal’s own, and each reader’s. */
    language: Language
    languageOf: (userId: number) => Language
    setting: NoticeSetting
    earlier: readonly Rate[]
    /** Path of the load's card in the portal. */
    loadPath: string
  },
): NewStep[] {
  const { row, companyName } = about
  const payload: NewOfferPayload = {
    language: about.language,
    load: input.load,
    companyId: input.companyId,
    companyName,
    rate: { minor: input.rate.minor, currency: input.rate.currency },
    vat: input.vat,
    term: input.term,
    body: input.body,
    capacityKg: input.capacityKg,
    vehiclePlate: input.vehiclePlate || null,
    trailerPlate: input.trailerPlate || null,
    driverName: input.driverName || null,
    driverPhone: input.driverPhone || null,
    availableFromAt: input.availableFromOn && dayStart(input.availableFromOn, about.timeZone ?? DEFAULT_TIME_ZONE),
    validUntilAt: input.validUntilAt,
    comment: input.comment || null,
    loadText: row.loadText,
    unloadText: row.unloadText,
    loadFromAt: row.loadFromAt,
  }
  const responsible = row.managerId ?? row.assignedById
  const notice =
    responsible === null || responsible === about.byUserId
      ? null
      : noticeOf({
          setting: about.setting,
          toUserId: responsible,
          language: about.languageOf(responsible),
          load: { ...input.load, title: row.title, path: about.loadPath },
          companyName,
          rate: input.rate,
          vat: input.vat,
          earlier: about.earlier,
          key: input.key,
        })
  const load = `${input.load.kind} ${input.load.id}`
  return [
    { command: 'add-offer', subject: `${load} offers of ${input.companyId}`, payload, dependsOn: [] },
    { command: 'comment-load', subject: `${load} timeline`, payload, dependsOn: [0] },
    ...(notice
      ? [{ command: 'notify-manager', subject: `user ${notice.toUserId} bell`, payload: notice, dependsOn: [0] }]
      : []),
  ]
}
