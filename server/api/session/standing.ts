import type { CardKind } from '../../../contract/card.ts'
import type { Role } from '../../../contract/codes.ts'
import { NotAllowedError, NotFoundError } from '../../errors.ts'
import { placementOf } from '../../portal/placements.ts'
import { NATIVE_TYPES, processOfType, type SchemaMap } from '../../portal/schema-map.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'

/** The item of a card somebody has open. */
export interface Card {
  kind: CardKind
  id: number
  entityTypeId: number
}

/** Where somebody stands: in a card, in a call that may have one, or on a page of the app's own. */
export interface Standing {
  /** null on pages, and in a call with a number the portal does not know. */
  card: Card | null
  opensFor: readonly Role[]
}

/** These stand on a whole list or on no list at all: there is no card. */
const PAGES = /^(DEFAULT|LEFT_MENU|REST_APP_URI|CRM_ANALYTICS_MENU|CRM_ANALYTICS_TOOLBAR)$|_LIST_TOOLBAR$/

/**
 * Which of our widgets a posted placement is, and on which card. Errors: NotAllowedError when it is none of ours,
 * NotFoundError for a card that is not saved yet.
 */
export function standingOf(room: PortalRoom, posted: Posted, widget: string): Standing {
  const map = room.map()
  if (!map) throw new NotAllowedError('not_installed', 'Reis is not set up in this portal yet')
  const placement = placementOf(posted.placement, widget, map)
  if (!placement) throw new NotAllowedError('no_right', 'This widget does not open in this place')
  const { opensFor } = placement
  if (PAGES.test(posted.placement)) return { card: null, opensFor }
  if (posted.placement === 'CALL_CARD') return { card: cardOfCall(posted.options), opensFor }
  const type = typeOfCode(posted.placement, map)
  if (!type) throw new NotAllowedError('no_right', 'This widget does not open in this place')
  if (!posted.itemId) throw new NotFoundError('This card is not saved yet: save it, then open the tab again')
  return { card: { ...type, id: posted.itemId }, opensFor }
}

type CardType = Pick<Card, 'kind' | 'entityTypeId'>

function typeOfCode(code: string, map: SchemaMap): CardType | null {
  const entityTypeId = Number(/^CRM_DYNAMIC_(\d+)_/.exec(code)?.[1])
  const process = processOfType(map, entityTypeId)
  if (process) return { kind: process, entityTypeId }
  return nativeType(/^CRM_(LEAD|DEAL|CONTACT|COMPANY)_/.exec(code)?.[1])
}

function nativeType(name: unknown): CardType | null {
  const kind = typeof name === 'string' ? name.toLowerCase() : ''
  if (!Object.hasOwn(NATIVE_TYPES, kind)) return null
  const native = kind as keyof typeof NATIVE_TYPES
  return { kind: native, entityTypeId: NATIVE_TYPES[native] }
}

/** The call card names the caller's entity where the portal has found one. */
function cardOfCall(options: Record<string, unknown>): Card | null {
  const type = nativeType(options.CRM_ENTITY_TYPE)
  const id = Number(options.CRM_ENTITY_ID)
  return type && Number.isSafeInteger(id) && id > 0 ? { ...type, id } : null
}
