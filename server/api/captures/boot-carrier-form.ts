import type { CaptureStart } from '../../../contract/capture.ts'
import { VAT_CODES } from '../../../contract/codes.ts'
import { DEFAULT_TIME_ZONE } from '../../match/days.ts'
import { dropOldDrafts, noteCallerNumber, readCaptureDraft } from '../../store/capture-drafts.ts'
import { maskedPhone } from '../carriers/masked-phone.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { learnCaller } from '../session/learn-caller.ts'
import type { Opening, WidgetBoot } from '../session/widget-boot.ts'
import { callerAt, type Caller } from './caller.ts'
import { capturePlace } from './capture-place.ts'
import { viewKnownCarrier } from './known-carrier.ts'
import { findOpenRequests } from './open-requests.ts'
import { todayIn } from './today.ts'

/** A draft nobody came back to for a month is of a talk nobody remembers. */
const DRAFT_MS = 30 * 86_400_000
const COMPANY_FORM = '/crm/company/details/0/'

/** The Carrier form: who is on the other end, what he last said, and the request he is likeliest to speak of. */
export const bootCarrierForm: WidgetBoot = async (opening) => {
  const { context, room, viewer, session, posted } = opening
  const { store } = room
  const now = new Date(context.now()).toISOString()
  const callId = posted.placement === 'CALL_CARD' ? callIdOf(posted.options) : null
  const place = capturePlace(viewer, callId)
  const phone = callId === null ? null : phoneOf(posted.options)
  if (phone !== null) await noteCallerNumber(store, { userId: viewer.userId, place, phone, at: now })
  await dropOldDrafts(store, new Date(context.now() - DRAFT_MS).toISOString())
  const caller = await knownCaller(opening, place)
  const { companyId } = caller
  const { gazetteer, distance } = context
  const carrier = companyId === null ? null : await viewKnownCarrier(store, companyId, now).catch(() => null)
  const start: CaptureStart = {
    place,
    callId,
    callerPhone: caller.phone === null ? null : maskedPhone(caller.phone),
    today: todayIn(DEFAULT_TIME_ZONE, context.now()),
    // On his entry in the base somebody brings the base up to date; everywhere else a talk is about a load.
    action: viewer.item?.kind === 'carrier' ? 'base' : 'offer',
    carrier,
    others: caller.owners
      .filter((owner) => owner.companyId !== carrier?.companyId)
      .map(({ companyId: id, title }) => ({ companyId: id, name: title })),
    requests: standingFirst(
      await findOpenRequests({ store, gazetteer, distance, viewer, companyId, now: context.now() }, ''),
      viewer.item?.kind === 'request'
        ? await findOpenRequests(
            { store, gazetteer, distance, viewer, companyId, now: context.now() },
            String(viewer.item.id),
          )
        : [],
      viewer.item,
    ),
    vats: vatsOf(room),
    currency: 'RUB',
    draft: await readCaptureDraft(store, room.seal, viewer.userId, place),
    requestPath: `/crm/type/${room.map()?.processes.request.entityTypeId}/details/{id}/`,
    companyForm: COMPANY_FORM,
  }
  return { state: 'carrier-form', session, start }
}

/** The copy answers first; only a number it does not know is asked of the portal, with the rights of who looks. */
async function knownCaller(opening: Opening, place: string): Promise<Caller> {
  const { room, viewer } = opening
  const where = { userId: viewer.userId, item: viewer.item, place }
  const caller = await callerAt(room.store, where)
  if (caller.phone === null || caller.companyId !== null || caller.owners.length > 0) return caller
  return (await learnCaller(opening, caller.phone)) ? callerAt(room.store, where) : caller
}

function standingFirst(
  likely: CaptureStart['requests'],
  found: CaptureStart['requests'],
  item: { kind: string; id: number } | null,
): CaptureStart['requests'] {
  const here = found.find((request) => request.kind === item?.kind && request.id === item.id)
  return here ? [{ ...here, why: 'here' }, ...likely.filter((request) => request.id !== here.id)] : likely
}

/** A portal with several own legal entities has a form of payment for each: `second:22`. */
function vatsOf(room: PortalRoom): CaptureStart['vats'] {
  const forms = Object.keys(room.map()?.processes.offer.fields.PAYMENT_FORM?.elements ?? {})
  const treatments = new Set(forms.map((form) => form.slice(form.lastIndexOf(':') + 1)))
  const known = VAT_CODES.filter((code) => treatments.has(code))
  return known.length > 0 ? known : [...VAT_CODES]
}

/** The portal names a call itself; a card without a call has the word for nothing there. */
function callIdOf(options: Record<string, unknown>): string | null {
  const id = options.CALL_ID
  return typeof id === 'string' && id !== '' && id !== 'undefined' && id.length <= 100 ? id : null
}

function phoneOf(options: Record<string, unknown>): string | null {
  const number = options.PHONE_NUMBER
  return typeof number === 'string' && /(?:\d\D{0,3}){5}/.test(number) ? number.slice(0, 60) : null
}
