import { sameSecret } from '../same-secret.ts'
import { formLevel, formText, parsePhpForm } from './php-query.ts'

/** A portal's event as it was posted. Anybody can post one: nothing of it is true before `isGenuine` says so. */
export interface PostedEvent {
  /** Upper case. */
  name: string
  memberId: string
  applicationToken: string
  /** What changed; null where the event tells of no item. */
  item: { id: number; entityTypeId: number | null } | null
  /** ONAPPUNINSTALL: the person asked to wipe the data as well. */
  clean: boolean
  /** ONCRMTIMELINEITEMACTION: what somebody has pressed in a card's timeline; `params` as we drew them, all text. */
  press: { action: string; userId: number; activityId: number; params: Record<string, string> } | null
  /** ONAPPINSTALL brings tokens; others only sometimes. */
  accessToken: string | null
  serverEndpoint: string | null
}

/** Reads a form-encoded event; null when it is not one. Everything in it is text, whatever the documentation prints. */
export function parseEvent(body: string): PostedEvent | null {
  const form = parsePhpForm(body)
  const auth = formLevel(form, 'auth')
  const data = formLevel(form, 'data')
  const name = formText(form, 'event')
  const memberId = formText(auth, 'member_id')
  if (!name || !/^[A-Za-z0-9_]{3,80}$/.test(name) || !memberId || !/^[A-Za-z0-9_-]{1,64}$/.test(memberId)) return null
  const fields = formLevel(data, 'FIELDS')
  const id = positive(formText(fields, 'ID'))
  return {
    name: name.toUpperCase(),
    memberId,
    applicationToken: formText(auth, 'application_token') ?? '',
    item: id === null ? null : { id, entityTypeId: positive(formText(fields, 'ENTITY_TYPE_ID')) },
    clean: formText(data, 'CLEAN') === '1',
    press: pressOf(data),
    accessToken: formText(auth, 'access_token'),
    serverEndpoint: formText(auth, 'server_endpoint'),
  }
}

function pressOf(data: ReturnType<typeof formLevel>): PostedEvent['press'] {
  const action = formText(data, 'id')
  const userId = positive(formText(data, 'userId'))
  const activityId = positive(formText(data, 'activityId'))
  if (!action || userId === null || activityId === null) return null
  const names = Object.keys(data ?? {}).slice(0, MOST_PARAMS)
  const params = names.flatMap((name) => {
    const text = formText(data, name)
    return text === null ? [] : [[name, text] as const]
  })
  return { action, userId, activityId, params: Object.fromEntries(params) }
}

/** We draw two or three; more is not ours. */
const MOST_PARAMS = 20

function positive(text: string | null): number | null {
  return text && /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

/** Whether the poster knows the secret only this portal and we share. Takes the same time for every wrong guess. */
export function isGenuine(event: PostedEvent, applicationToken: string | null): boolean {
  if (!applicationToken || !event.applicationToken) return false
  return sameSecret(event.applicationToken, applicationToken)
}

const NATIVE_OF_EVENT: Record<string, number> = { LEAD: 1, DEAL: 2, CONTACT: 3, COMPANY: 4 }

/** entityTypeId and action of a CRM event's name; smart processes tell their type in the data or in the name's tail. */
export function crmEventOf(
  name: string,
  entityTypeId: number | null,
): { entityTypeId: number; action: 'changed' | 'deleted' } | null {
  const match = /^ONCRM(LEAD|DEAL|CONTACT|COMPANY|DYNAMICITEM)(ADD|UPDATE|DELETE|MOVETOCATEGORY)(?:_(\d+))?$/.exec(
    name.toUpperCase(),
  )
  if (!match) return null
  const type = NATIVE_OF_EVENT[match[1]!] ?? (match[3] ? Number(match[3]) : entityTypeId)
  return type ? { entityTypeId: type, action: match[2] === 'DELETE' ? 'deleted' : 'changed' } : null
}

const CRM_ENTITIES = ['DYNAMICITEM', 'COMPANY', 'CONTACT', 'LEAD', 'DEAL']

/** Changes of the CRM the copy follows. */
export const CRM_EVENTS = CRM_ENTITIES.flatMap((entity) =>
  ['ADD', 'UPDATE', 'DELETE'].map((action) => `ONCRM${entity}${action}`),
)
/** Where somebody’s money goes has changed: looked at once, and kept in no copy. */
export const ACCOUNT_EVENTS = ['REQUISITE', 'BANKDETAIL'].flatMap((kind) =>
  ['ADD', 'UPDATE', 'DELETE'].map((action) => `ONCRM${kind}${action}`),
)
/** Somebody presses a button we have drawn in a card’s timeline. */
export const PRESS_EVENT = 'ONCRMTIMELINEITEMACTION'
/** About the app itself and what it has drawn: always delivered online. */
export const APP_EVENTS = ['ONAPPUNINSTALL', 'ONAPPINSTALL', PRESS_EVENT]
/** What is heard of at once, whatever the plan. */
export const ONLINE_EVENTS = [...APP_EVENTS, ...ACCOUNT_EVENTS]
/** The offline queue's wake-up call. */
export const QUEUE_EVENT = 'ONOFFLINEEVENT'
