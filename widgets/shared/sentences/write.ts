import type { Language } from '../../../contract/codes.ts'
import type { Write } from '../../../contract/write.ts'
import { othersWriteReasonText, writeReasonText } from './problem.ts'

export type WriteTone = 'busy' | 'good' | 'bad'

/**
 * Where a write stands: «записывается», «записано», «не записано: карточку удалили». Only to `viewerId` himself it says
 * «у вас нет права»; null where it is not known who reads.
 */
export function writeSentence(language: Language, write: Write, viewerId: number | null): string {
  const ru = language === 'ru'
  const reason = firstReason(write)
  const reasonText = write.byUserId === viewerId ? writeReasonText : othersWriteReasonText
  if (write.state === 'pending' || write.state === 'sending') {
    const waits = reason ? `: ${reasonText(language, reason)}` : ''
    return (ru ? 'записывается' : 'being written') + (waits || '…')
  }
  const refused = write.steps.filter((step) => step.state === 'refused' || step.state === 'failed')
  if (refused.length === 0) return ru ? 'записано' : 'written'
  const why = reason ? `: ${reasonText(language, reason)}` : ''
  if (refused.length < write.steps.length) return (ru ? 'записано не всё' : 'written in part') + why
  return (ru ? 'не записано' : 'not written') + why
}

export function writeTone(write: Write): WriteTone {
  if (write.state === 'pending' || write.state === 'sending') return 'busy'
  return write.state === 'done' ? 'good' : 'bad'
}

/** True while it is worth asking again. */
export function isUnderWay(write: Write): boolean {
  return writeTone(write) === 'busy'
}

/** A dependent step's «dependency_refused» is the consequence; the cause is shown. */
function firstReason(write: Write) {
  const reasons = write.steps.map((step) => step.reason).filter((reason) => reason != null)
  return reasons.find((reason) => reason !== 'dependency_refused') ?? reasons[0] ?? null
}
