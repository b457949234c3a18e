import { NotAllowedError } from '../../errors.ts'
import { noteLanguage } from '../../store/person-languages.ts'
import type { WidgetBoot } from '../session/widget-boot.ts'
import { refusalCardFor } from './refusal-card-for.ts'
import { refusalQueueFor } from './refusal-queue-for.ts'

/** The tab of a request, an order or a lead. */
export const bootRefusal: WidgetBoot = async ({ context, room, card, viewer, session }) => {
  if (!card) throw new NotAllowedError('no_right', 'This widget does not open in this place')
  await noteLanguage(room.store, viewer.userId, viewer.language)
  const answer = await refusalCardFor(context, room, viewer, { kind: card.kind, id: card.id })
  return { state: 'refusal', session, answer }
}

/** The page «Отказы». */
export const bootRefusals: WidgetBoot = async ({ context, room, viewer, session }) => {
  await noteLanguage(room.store, viewer.userId, viewer.language)
  return { state: 'refusals', session, answer: await refusalQueueFor(context, room, viewer) }
}
