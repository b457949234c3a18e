import type { Language } from '../../../contract/codes.ts'
import type { Attempt } from '../../../contract/carriers.ts'
import { type Clock, momentFull, momentShort, shortDay } from './dates.ts'

/** How a state reads at a glance: somebody is at it, it is closed for now, or it asks for an action. */
export type AttemptTone = 'live' | 'closed' | 'todo' | 'good'

/** A call nobody has closed for this long is over: its author went on to something else. */
const CALL_IS_LIVE_MS = 15 * 60_000

/** The state of one attempt: «Иванов звонит», «занят до 27.11», «не дозвонился 12:04». */
export function attemptSentence(language: Language, attempt: Attempt, clock: Clock, viewerId: number): string {
  const ru = language === 'ru'
  const at = momentShort(language, attempt.at, clock)
  const mine = attempt.byUserId === viewerId
  switch (attempt.result) {
    case 'calling':
      if (isLiveCall(attempt, clock)) {
        if (mine) return ru ? 'вы звоните' : 'you are calling'
        return ru ? `${attempt.byName} звонит` : `${attempt.byName} is calling`
      }
      return ru ? `звонили в ${at}` : `called ${at}`
    case 'no_answer':
      return ru ? `не дозвонились ${at}` : `no answer ${at}`
    case 'busy_until':
      if (!attempt.until) return ru ? 'занят' : 'busy'
      return ru
        ? `занят до ${shortDay('ru', attempt.until, clock)}`
        : `busy until ${shortDay('en', attempt.until, clock)}`
    case 'wrong_direction':
      return ru ? 'сюда не возит' : 'does not run this lane'
    case 'too_dear':
      return ru ? 'дорого' : 'too dear'
    case 'call_back':
      if (!attempt.until) return ru ? 'перезвонить' : 'call back'
      return ru
        ? `перезвонить ${momentFull('ru', attempt.until, clock)}`
        : `call back ${momentFull('en', attempt.until, clock)}`
    case 'offered':
      return ru ? `дал цену ${at}` : `gave a price ${at}`
  }
}

/** The same with its author, for the history of a row: «Иванов Пётр · не дозвонились 12:04». */
export function attemptHistoryLine(language: Language, attempt: Attempt, clock: Clock, viewerId: number): string {
  const what = attemptSentence(language, attempt, clock, viewerId)
  const comment = attempt.comment ? ` — ${attempt.comment}` : ''
  if (attempt.result === 'calling' && isLiveCall(attempt, clock)) return what + comment
  return `${momentFull(language, attempt.at, clock)} · ${attempt.byName}: ${withoutMoment(what, language, attempt, clock)}${comment}`
}

function withoutMoment(sentence: string, language: Language, attempt: Attempt, clock: Clock): string {
  if (attempt.until) return sentence
  return sentence.replace(
    new RegExp(`( в)? ${momentShort(language, attempt.at, clock).replaceAll('.', String.raw`\.`)}$`),
    '',
  )
}

function isLiveCall(attempt: Attempt, clock: Clock): boolean {
  return clock.now.getTime() - Date.parse(attempt.at) < CALL_IS_LIVE_MS
}

/** Colour of a state; see {@link AttemptTone}. */
export function attemptTone(attempt: Attempt, clock: Clock): AttemptTone {
  if (attempt.result === 'calling') return isLiveCall(attempt, clock) ? 'live' : 'todo'
  if (attempt.result === 'offered') return 'good'
  return attempt.result === 'no_answer' || attempt.result === 'call_back' ? 'todo' : 'closed'
}
