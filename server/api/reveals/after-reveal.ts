import type { Language } from '../../../contract/codes.ts'
import type { NotifyPayload } from '../../outbox/commands/notify-manager.ts'
import { plain } from '../../outbox/commands/words.ts'
import { readChosen } from '../../store/chosen-settings.ts'
import { acceptChain, type NewStep } from '../../store/outbox.ts'
import { readToldLanguages } from '../../store/person-languages.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import { countReveals, type Reveal } from '../../store/reveals.ts'
import { headsOf } from '../captures/heads-of.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { todaySince } from './reveal-sight.ts'

const WHY: Record<Language, Record<string, string>> = {
  ru: { call: 'для звонка', message: 'для сообщения', copy: 'на экране' },
  en: { call: 'for a call', message: 'for a message', copy: 'on screen' },
}
const SHOWN = { ru: 'Номер перевозчика показан', en: 'The carrier’s number was shown to' } as const
const TOO_MANY: Record<Language, (name: string, most: number) => string> = {
  ru: (name, most) =>
    `${name}: сегодня открыто больше ${most} номеров перевозчиков. Список — в «Предложениях», вкладка «Показы телефонов».`,
  en: (name, most) =>
    `${name} was shown more than ${most} numbers of carriers today. They are listed in “Offers”, tab “Numbers shown”.`,
}

/**
 * What follows from a full number being given: a note in the carrier's card where the portal wants it, and a word to
 * the head of the department when it is more than a day's ordinary work. Both are writes like all others.
 */
export async function followReveal(
  room: PortalRoom,
  reveal: Reveal & { userName: string },
  nowMs: number,
  key: string,
): Promise<void> {
  const { store } = room
  if (await readChosen(store, 'revealNote'))
    await accept(room, `note-${key}`, reveal.userId, reveal, [noteOf(reveal, await readPortalLanguage(store))])
  const most = await readChosen(store, 'revealsPerDay')
  const since = todaySince(nowMs)
  const today = (await countReveals(store, since, [reveal.userId]))[0]?.count ?? 0
  if (today <= most) return
  // The application itself tells the head: the person it is about has no part in it.
  const teller = room.portal.installedByUserId
  const heads = await headsOf(store, reveal.userId)
  const languageOf = await readToldLanguages(store, heads)
  const steps = heads.map((toUserId) => alertOf(toUserId, reveal, { most, since, language: languageOf(toUserId) }))
  // Once a day for each person: the key says so.
  if (steps.length > 0) await accept(room, `reveals-${reveal.userId}-${since.slice(0, 10)}`, teller, reveal, steps)
}

async function accept(room: PortalRoom, key: string, userId: number, reveal: Reveal, steps: NewStep[]): Promise<void> {
  const chain = {
    key,
    kind: 'reveal',
    userId,
    input: {},
    loadKind: null,
    loadId: null,
    companyId: reveal.companyId,
    acceptedAt: reveal.at,
    steps,
  }
  if (await acceptChain(room.store, chain)) room.wakeOutbox()
}

function noteOf({ companyId, why, userName }: Reveal & { userName: string }, language: Language): NewStep {
  const reason = WHY[language][why] ?? ''
  const text = `${SHOWN[language]}: ${plain(userName)}${reason && `, ${reason}`}`
  const payload = { card: { kind: 'company', id: companyId }, text, part: '' }
  return { command: 'comment-card', subject: `company ${companyId} timeline`, payload, dependsOn: [] }
}

function alertOf(
  toUserId: number,
  { userId, userName }: Reveal & { userName: string },
  { most, since, language }: { most: number; since: string; language: Language },
): NewStep {
  const payload: NotifyPayload = {
    toUserId,
    message: TOO_MANY[language](plain(userName), most),
    tag: `REIS|REVEALS|${userId}|${since.slice(0, 10)}`,
  }
  return { command: 'notify-manager', subject: `user ${toUserId} bell`, payload, dependsOn: [] }
}
