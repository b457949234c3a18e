import type { Boot } from '../../../contract/session.ts'
import type { ApiContext } from '../api-context.ts'
import type { OpenedSession } from './open-session.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'
import type { Standing } from './standing.ts'

/** A proved person in front of one of our widgets, on a card he may read. */
export interface Opening extends OpenedSession, Pick<Standing, 'card'> {
  context: ApiContext
  room: PortalRoom
  posted: Posted
}

/** The first data of a widget, sent with its page. Errors become the refusal the widget shows. */
export type WidgetBoot = (opening: Opening) => Promise<Boot>
