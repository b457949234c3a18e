import type { WidgetBoot } from '../session/widget-boot.ts'
import { offersFor } from './offers-for.ts'

/** The tab of a load or a carrier, or the page of all offers. */
export const bootOffers: WidgetBoot = async ({ context, room, card, viewer, session }) => ({
  state: 'offers',
  session,
  answer: await offersFor(context, room, viewer, card && { kind: card.kind, id: card.id }),
})
