import { NotAllowedError } from '../../errors.ts'
import type { WidgetBoot } from '../session/widget-boot.ts'
import { profitFor } from './profit-for.ts'

/** The tab of a deal or an order: all its numbers. */
export const bootProfitability: WidgetBoot = async ({ context, room, card, viewer, session }) => {
  if (card?.kind !== 'deal' && card?.kind !== 'order')
    throw new NotAllowedError('no_right', 'This widget does not open in this place')
  const answer = await profitFor(context, room, viewer, { kind: card.kind, id: card.id })
  return { state: 'profitability', session, answer }
}
