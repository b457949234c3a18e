import type { CaptureInput } from '../../../contract/capture.ts'
import type { NewStep } from '../../store/outbox.ts'
import { contactAlert } from './capture-words.ts'
import type { CaptureFacts } from './chain-of-capture.ts'

/** The head is told of contacts that change while our load is on board: it is never a silent change. */
export function alertSteps(input: CaptureInput, facts: CaptureFacts, add: (step: NewStep) => number): void {
  if (facts.tripsUnderWay === 0 || !changesContact({ contact: input.contact, dispatcher: dispatcherOf(input) }, facts))
    return
  for (const toUserId of facts.headIds)
    add({
      command: 'notify-manager',
      subject: `user ${toUserId} bell`,
      payload: {
        toUserId,
        message: contactAlert({
          ...facts,
          byName: facts.by.name,
          trips: facts.tripsUnderWay,
          language: facts.languageOf(toUserId),
        }),
        tag: `REIS|CONTACT|${facts.companyId}|${input.key}`,
      },
      dependsOn: [],
    })
}

/** Whether the press puts another number beside those the carrier has. */
export function changesContact(
  { contact, dispatcher }: { contact: Pick<CaptureInput['contact'], 'phone'>; dispatcher: string | null },
  facts: Pick<CaptureFacts, 'companyId' | 'entry' | 'caller'>,
): boolean {
  if (facts.companyId === null) return false
  const isKnownCaller = facts.caller.owners.some((one) => one.companyId === facts.companyId)
  const isNewCaller = facts.caller.phone !== null && !isKnownCaller
  const isNewNumber = contact.phone !== null && !(isKnownCaller && sameNumber(contact.phone, facts.caller.phone))
  const isNewDispatcher = dispatcher !== null && !sameNumber(dispatcher, facts.entry?.messageContact ?? null)
  return isNewCaller || isNewNumber || isNewDispatcher
}

function dispatcherOf({ what }: CaptureInput): string | null {
  return what.action === 'base' ? what.messageContact : null
}

/** By their last ten digits, however they are written. */
export function sameNumber(a: string | null, b: string | null): boolean {
  const digits = (text: string | null) => (text ?? '').replaceAll(/\D/g, '').slice(-10)
  return digits(a) !== '' && digits(a) === digits(b)
}
