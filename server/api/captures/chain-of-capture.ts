import type { CardReference } from '../../../contract/card.ts'
import type { CaptureInput, Captured } from '../../../contract/capture.ts'
import type { Language } from '../../../contract/codes.ts'
import type { Rate } from '../../../contract/money.ts'
import type { TeachCarrierPayload } from '../../outbox/commands/teach-carrier.ts'
import type { NewOfferPayload } from '../../outbox/commands/offer-payload.ts'
import type { UpdateItemPayload } from '../../outbox/commands/update-item.ts'
import type { NewStep } from '../../store/outbox.ts'
import type { CarrierBaseRow, LoadRow } from '../../store/schema.ts'
import { readCompanyNumber } from '../../../typed/company-number.ts'
import { noticeOf, type NoticeSetting } from '../offers/notice.ts'
import { captureComment } from './capture-words.ts'
import type { Caller } from './caller.ts'
import { alertSteps, sameNumber } from './contact-change.ts'
import { offerOfCapture } from './offer-of-capture.ts'
import { vehicleLine } from './vehicle-line.ts'

/** Everything a press is accepted with. */
export interface CaptureFacts {
  companyName: string
  /** null: it is made by the chain. */
  companyId: number | null
  entry: CarrierBaseRow | null
  caller: Pick<Caller, 'phone' | 'card' | 'owners'>
  /** The card somebody stands on. */
  card: CardReference | null
  load: LoadRow | null
  loadPath: string
  /** Zone of the loading place; null where it is not known. */
  timeZone: string | null
  by: { userId: number; name: string }
  isCall: boolean
  noticeSetting: NoticeSetting
  earlier: readonly Rate[]
  /** A setting: an executor moves the request to the agreement with the client. */
  executorMoves: boolean
  tripsUnderWay: number
  companyPath: string
  /** The portal’s: its timelines are written in it. */
  language: Language
  /** What each of those who are told reads. */
  languageOf: (userId: number) => Language
  headIds: readonly number[]
}

/** Reference to the carrier's company, and the steps that have to be done before it may be used. */
interface Known {
  company: TeachCarrierPayload['company']
  contact: TeachCarrierPayload['contact']
  needs: number[]
}

/** What one press sends, in the order of what needs what. */
export function chainOfCapture(input: CaptureInput, facts: CaptureFacts): NewStep[] {
  const steps: NewStep[] = []
  const add = (step: NewStep): number => steps.push(step) - 1
  const known = companySteps(input, facts, add)
  linkSteps(facts, known, add)
  const offer = 'rate' in input.what && facts.load ? offerOfCapture(input.what, facts, known.company) : null
  const done = offer ? offerSteps(input, facts, offer, known, add) : known.needs
  const taught = teachStep(input, facts, known, add)
  if (facts.card && facts.card.kind !== 'request' && facts.card.kind !== 'order')
    add({
      command: 'comment-card',
      subject: `${facts.card.kind} ${facts.card.id} timeline`,
      payload: {
        card: facts.card,
        text: captureComment(input.what, {
          companyName: facts.companyName,
          load: facts.load && { path: facts.loadPath, title: routeOf(facts.load) },
          offer,
          language: facts.language,
        }),
        part: 'card',
      },
      dependsOn: [...new Set([...done, ...taught])],
    })
  alertSteps(input, facts, add)
  return steps
}

type Add = (step: NewStep) => number

function companySteps({ carrier, contact, key }: CaptureInput, facts: CaptureFacts, add: Add): Known {
  const phone = contact.phone ?? facts.caller.phone
  let company: Known['company'] = { id: facts.companyId ?? 0 }
  const needs: number[] = []
  if (carrier.kind === 'new') {
    // Two people who make one company at once are served one after the other: the second finds what the first made.
    const subject = `company ${carrier.taxNumber ?? phone ?? key}`
    const payload = { title: carrier.title, taxNumber: carrier.taxNumber, phone }
    const made = add({ command: 'add-company', subject, payload, dependsOn: [] })
    company = { step: made }
    needs.push(made)
    if (carrier.taxNumber !== null) add({ ...requisiteStep(carrier, made), subject })
  }
  const owner = facts.caller.owners.find((one) => one.companyId === facts.companyId)
  const isNewNumber = contact.phone !== null && !sameNumber(contact.phone, facts.caller.phone)
  const isNewPerson = contact.name !== null || isNewNumber || (phone !== null && !owner)
  if (!isNewPerson) return { company, contact: owner?.contactId ? { id: owner.contactId } : null, needs }
  const person = add({
    command: 'add-contact',
    subject: `contact ${phone ?? key}`,
    payload: { company, name: contact.name ?? facts.companyName, phone },
    dependsOn: needs,
  })
  return { company, contact: { step: person }, needs }
}

function requisiteStep(
  carrier: Extract<CaptureInput['carrier'], { kind: 'new' }>,
  made: number,
): Omit<NewStep, 'subject'> {
  const { title, taxNumber, kpp, registerNumber } = carrier
  const isPerson = readCompanyNumber(taxNumber ?? '')?.of === 'person'
  const payload = { company: { step: made }, title, taxNumber, isPerson, kpp, registerNumber }
  return { command: 'add-requisite', payload, dependsOn: [made] }
}

function linkSteps({ caller }: CaptureFacts, { company, contact, needs }: Known, add: Add): void {
  if (!caller.card) return
  const person = contact && 'step' in contact ? [contact.step] : []
  add({
    command: 'link-caller',
    subject: `${caller.card.kind} ${caller.card.id}`,
    payload: { card: caller.card, company, contact },
    dependsOn: [...needs, ...person],
  })
}

function offerSteps(
  input: CaptureInput,
  facts: CaptureFacts,
  offer: NewOfferPayload,
  { needs }: Known,
  add: Add,
): number[] {
  const { kind, id } = offer.load
  const load = `${kind} ${id}`
  const subject = `${load} offers of ${facts.companyId ?? facts.companyName}`
  const made = add({ command: 'add-offer', subject, payload: offer, dependsOn: needs })
  add({ command: 'comment-load', subject: `${load} timeline`, payload: offer, dependsOn: [made] })
  const notice = noticeStep(input, facts, offer)
  if (notice) add({ ...notice, dependsOn: [made] })
  if (input.what.action === 'executor' && facts.executorMoves && kind === 'request') {
    const payload: Partial<UpdateItemPayload> = {
      card: { kind, id },
      stage: { to: 'AGREEMENT', from: ['NEW', 'SEARCH', 'TRUCK', 'AGREEMENT'] },
    }
    add({ command: 'update-item', subject: load, payload, dependsOn: [made] })
  }
  return [made]
}

function noticeStep(
  input: CaptureInput,
  facts: CaptureFacts,
  offer: NewOfferPayload,
): Omit<NewStep, 'dependsOn'> | null {
  const row = facts.load!
  const toUserId = row.managerId ?? row.assignedById
  if (toUserId === null || toUserId === facts.by.userId) return null
  const payload = noticeOf({
    setting: input.what.action === 'executor' ? 'every' : facts.noticeSetting,
    action: offer.action ?? 'quote',
    toUserId,
    language: facts.languageOf(toUserId),
    load: { ...offer.load, title: row.title, path: facts.loadPath },
    companyName: facts.companyName,
    rate: offer.rate,
    ratePerKm: offer.ratePerKm ?? null,
    vat: offer.vat,
    earlier: facts.earlier,
    key: input.key,
  })
  return payload && { command: 'notify-manager', subject: `user ${toUserId} bell`, payload }
}

/** What was said of trucks and lanes goes to the carrier base. An offer alone makes nobody an entry there. */
function teachStep({ what, carrier }: CaptureInput, facts: CaptureFacts, known: Known, add: Add): number[] {
  const lesson = lessonOf(what, facts)
  const isWorth = facts.entry !== null || carrier.kind === 'new' || what.action === 'busy' || what.action === 'base'
  if (!isWorth) return []
  const person = known.contact && 'step' in known.contact ? [known.contact.step] : []
  const subject = facts.entry ? `carrier ${facts.entry.id}` : `carrier of ${facts.companyId ?? facts.companyName}`
  const payload: TeachCarrierPayload = {
    company: known.company,
    companyName: facts.companyName,
    contact: known.contact,
    ...lesson,
  }
  const taught = add({ command: 'teach-carrier', subject, payload, dependsOn: [...known.needs, ...person] })
  const changed = changedFields(what, facts.entry)
  if (facts.entry && changed)
    add({
      command: 'update-item',
      subject,
      payload: { card: { kind: 'carrier', id: facts.entry.id }, ...changed },
      dependsOn: [],
    })
  return [taught]
}

type Lesson = Pick<TeachCarrierPayload, 'directions' | 'vehicles' | 'whereabouts' | 'first'>

function lessonOf(what: Captured, facts: CaptureFacts): Lesson {
  const first: Lesson['first'] = { STATE: 'active' }
  const put = (code: string, value: string | number | null) => {
    if (value !== null) first[code] = value
  }
  if (what.action === 'busy') {
    const whereabouts: Lesson['whereabouts'] = {}
    if (what.nowPlace) whereabouts.NOW_PLACE = what.nowPlace
    if (what.freePlace) whereabouts.FREE_PLACE = what.freePlace
    if (what.freeOn) whereabouts.FREE_ON = what.freeOn
    return { directions: what.directions, vehicles: [], whereabouts, first }
  }
  if (what.action === 'base') {
    const largest = what.vehicles.toSorted((a, b) => (b.capacityKg ?? 0) - (a.capacityKg ?? 0))[0]
    put('BODY', largest?.body ?? null)
    put('CAPACITY_KG', largest?.capacityKg ?? null)
    put('VOLUME_M3', largest?.volumeM3 ?? null)
    put('HOME_PLACE', what.homePlace)
    put('CHANNEL', what.channel)
    put('MESSAGE_CONTACT', what.messageContact)
    put('VAT', what.vat)
    return { directions: what.directions, vehicles: what.vehicles.map(vehicleLine), whereabouts: {}, first }
  }
  put('VAT', what.vat)
  const isVehicle = what.body !== null || what.vehiclePlate !== null
  const plate = what.vehiclePlate
  const { body, capacityKg, volumeM3 } = what
  const line = isVehicle ? [vehicleLine({ body, capacityKg, volumeM3, lengthM: null, loading: [], plate })] : []
  // A truck is remembered by its plate; without one every offer would add the same truck in other words.
  const isRemembered = plate !== null || facts.entry === null
  return { directions: [], vehicles: isRemembered ? line : [], whereabouts: {}, first }
}

/** Plain fields of a standing entry that somebody has changed knowingly, with what stood there before. */
function changedFields(
  what: Captured,
  entry: CarrierBaseRow | null,
): Pick<UpdateItemPayload, 'values' | 'before'> | null {
  if (what.action !== 'base' || !entry) return null
  const wanted: [code: string, now: string | null, before: string | null][] = [
    ['HOME_PLACE', what.homePlace, entry.homeText],
    ['CHANNEL', what.channel, entry.channel],
    ['MESSAGE_CONTACT', what.messageContact, entry.messageContact],
    ['VAT', what.vat, entry.vat],
  ]
  // What is empty is filled by the lesson itself.
  const changed = wanted.filter(([, now, before]) => now !== null && before !== null && now !== before)
  if (changed.length === 0) return null
  return {
    values: Object.fromEntries(changed.map(([code, now]) => [code, now])),
    before: [Object.fromEntries(changed.map(([code, , before]) => [code, before]))],
  }
}

/** A client's name may stand in the title: what is written on a carrier's card names the places only. */
function routeOf(load: LoadRow): string {
  const route = [load.loadText, load.unloadText].filter(Boolean).join(' — ')
  return route === '' ? `№ ${load.id}` : `№ ${load.id}, ${route}`
}
