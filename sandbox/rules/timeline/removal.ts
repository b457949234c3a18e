import { cardMark, type Card } from '../../state/activities.ts'
import type { State } from '../../state/state.ts'
import { isSameCard } from '../cards.ts'

/** A card that is deleted takes its timeline along; what stands on other cards too stays there. */
export function removeTimelineOf(state: State, card: Card): void {
  const { activities, timeline, comments } = state
  const mark = cardMark(card)
  for (const activity of activities.records.marked(mark)) {
    const cards = activity.cards.filter((own) => !isSameCard(own, card))
    if (cards.length === 0) activities.records.remove(activity.id)
    else activities.records.save({ ...activity, cards })
  }
  for (const message of timeline.messages.marked(mark)) timeline.messages.remove(message.id)
  for (const binding of timeline.bindings.marked(mark)) timeline.bindings.remove(binding.id)
  for (const pin of timeline.pins.marked(mark)) timeline.pins.remove(pin.id)
  comments.removeOfEntity(card.entityTypeId, card.id)
}
