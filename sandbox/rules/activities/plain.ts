import type { Activity, Communication } from '../../state/activities.ts'
import { mayTouch } from '../cards.ts'
import { withoutCode } from '../errors.ts'
import type { Call } from '../method.ts'
import { anyCase, isYes, toInteger, toMap, toText, type Params } from '../params.ts'
import { parseInstant } from '../time.ts'
import { asList } from '../values.ts'
import { configurable, mayTouchActivity, restApp, todo, todoType } from './access.ts'

/** The built-in kinds and who provides them. */
const providers: Record<number, [id: string, type: string]> = {
  1: ['CRM_MEETING', 'MEETING'],
  2: ['CRM_CALL', 'CALL'],
  4: ['CRM_EMAIL', 'EMAIL'],
}

const invalid = (name: string) => withoutCode(`The field ${name} is not defined or invalid`)

/** The activity an older method names, for one who may touch it. */
export function plainActivity(call: Call, action: 'read' | 'write'): Activity {
  const activity = call.portal.state.activities.records.get(toInteger(anyCase(call.params, 'id')) ?? 0)
  if (!activity) throw withoutCode('Activity is not found')
  if (!mayTouchActivity(call, activity, action)) throw withoutCode('Access denied.')
  if (activity.providerId === restApp && call.caller.kind === 'webhook')
    throw withoutCode('Application context required')
  return activity
}

/** What `crm.activity.add` and `.update` write; `known` is what stands there already. */
export function readPlain(call: Call, fields: Params, known: Activity | null): Partial<Activity> {
  const read: Partial<Activity> = {}
  const value = (name: string): unknown => anyCase(fields, name)
  const given = (name: string): boolean => value(name) !== undefined
  if (known === null) Object.assign(read, readKind(call, fields))
  else checkKind(call, fields, known)
  if (known?.providerId === configurable)
    throw withoutCode('Use crm.activity.configurable.update for this activity provider')
  if (given('SUBJECT') || (known === null && read.providerId !== restApp)) {
    read.subject = toText(value('SUBJECT')).trim()
    if (read.subject === '') throw withoutCode('The field SUBJECT is not defined or empty')
  }
  if (given('RESPONSIBLE_ID') || known === null) {
    const id = toInteger(value('RESPONSIBLE_ID'))
    if (id === null || !call.portal.users.get(id)) throw invalid('RESPONSIBLE_ID')
    read.responsibleId = id
  }
  const moments = { START_TIME: 'start', END_TIME: 'end', DEADLINE: 'deadline' } as const
  for (const [name, key] of Object.entries(moments)) if (given(name)) read[key] = parseInstant(toText(value(name)))
  if (known === null && read.deadline === undefined) read.deadline = read.end ?? null
  if (given('COMPLETED')) read.isCompleted = isYes(value('COMPLETED'))
  if (given('DESCRIPTION')) read.description = toText(value('DESCRIPTION'))
  if (given('PRIORITY')) read.priority = toInteger(value('PRIORITY')) ?? 2
  if (given('DIRECTION')) read.direction = toInteger(value('DIRECTION')) ?? 0
  if (given('ORIGINATOR_ID')) read.originatorId = toText(value('ORIGINATOR_ID')) || null
  if (given('ORIGIN_ID')) read.originId = toText(value('ORIGIN_ID')) || null
  if (given('IS_INCOMING_CHANNEL')) read.isIncomingChannel = isYes(value('IS_INCOMING_CHANNEL'))
  if (given('COMMUNICATIONS')) read.communications = readCommunications(call, value('COMMUNICATIONS'))
  read.more = { ...known?.more, ...kept(fields) }
  return read
}

/** Who provides it: the portal by TYPE_ID, or what TYPE_ID 6 names. */
function readKind(call: Call, fields: Params): Partial<Activity> {
  const typeId = toInteger(anyCase(fields, 'TYPE_ID'))
  if (typeId === null) throw invalid('TYPE_ID')
  const known = providers[typeId]
  if (known) {
    const count = asList(anyCase(fields, 'COMMUNICATIONS')).length
    if (count === 0 && typeId !== 1) throw invalid('COMMUNICATIONS')
    if (count > 1 && typeId === 2)
      throw withoutCode('The only one communication is allowed for activity of specified type')
    if (typeId === 4) checkAddresses(fields)
    return { typeId, providerId: known[0], providerTypeId: known[1] }
  }
  if (typeId !== 6) throw invalid('TYPE_ID')
  const providerId = toText(anyCase(fields, 'PROVIDER_ID'))
  const providerTypeId = toText(anyCase(fields, 'PROVIDER_TYPE_ID'))
  if (providerId === '') throw withoutCode('The custom activity without provider is not supported in current context')
  if (providerId === configurable) throw withoutCode('Use crm.activity.configurable.add for this activity provider')
  if (providerId === restApp && call.caller.kind === 'webhook') throw withoutCode('Application context required')
  return { typeId, providerId, providerTypeId: providerTypeId || (providerId === todo ? todoType : providerId) }
}

const outgoing = 2

/** A letter that goes out is sent at once: to what is no address it cannot be. */
function checkAddresses(fields: Params): void {
  if (toInteger(anyCase(fields, 'DIRECTION')) !== outgoing) return
  const addresses = asList(anyCase(fields, 'COMMUNICATIONS')).map((entry) => toText(anyCase(toMap(entry), 'VALUE')))
  if (!addresses.every((address) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)))
    throw withoutCode('Email send error. Invalid email')
}

/** What an update says of the kind must still be a kind; who provides it stays as it was. */
function checkKind(call: Call, fields: Params, known: Activity): void {
  const given = (name: string): boolean => anyCase(fields, name) !== undefined
  const wholesale = { TYPE_ID: known.typeId, COMMUNICATIONS: known.communications, PROVIDER_ID: known.providerId }
  const kind = Object.fromEntries(
    Object.entries(wholesale).map(([name, own]) => [name, given(name) ? anyCase(fields, name) : own]),
  )
  if (['TYPE_ID', 'COMMUNICATIONS', 'PROVIDER_ID'].some(given)) readKind(call, kind)
  if ((given('OWNER_ID') || given('OWNER_TYPE_ID')) && known.cards[0]) {
    const { entityTypeId, id } = known.cards[0]
    ownerCard(call, { OWNER_TYPE_ID: entityTypeId, OWNER_ID: id, ...fields })
  }
}

const asTheyCame = [
  'SETTINGS',
  'LOCATION',
  'NOTIFY_TYPE',
  'NOTIFY_VALUE',
  'DESCRIPTION_TYPE',
  'PROVIDER_PARAMS',
  'PROVIDER_DATA',
  'PROVIDER_GROUP_ID',
  'ASSOCIATED_ENTITY_ID',
  'AUTOCOMPLETE_RULE',
]

const kept = (fields: Params): Params =>
  Object.fromEntries(
    asTheyCame.flatMap((name) => {
      const value = anyCase(fields, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

function readCommunications(call: Call, raw: unknown): Communication[] {
  return asList(raw).map((entry) => {
    const row = toMap(entry)
    const value = toText(anyCase(row, 'VALUE'))
    return {
      id: call.portal.state.meta.nextId('communication'),
      type: toText(anyCase(row, 'TYPE')) || (value.includes('@') ? 'EMAIL' : 'PHONE'),
      value,
      entityTypeId: toInteger(anyCase(row, 'ENTITY_TYPE_ID')) ?? 0,
      entityId: toInteger(anyCase(row, 'ENTITY_ID')) ?? 0,
    }
  })
}

/** The card a new activity is for. Throws in the module's words. */
export function ownerCard(call: Call, fields: Params): { entityTypeId: number; id: number } {
  const entityTypeId = toInteger(anyCase(fields, 'OWNER_TYPE_ID')) ?? 0
  const id = toInteger(anyCase(fields, 'OWNER_ID')) ?? 0
  if (!call.portal.catalogue.of(entityTypeId) || !call.portal.state.items.exists(entityTypeId, id))
    throw withoutCode('Could not build binding. Please ensure that owner info and communications are defined correctly')
  if (!mayTouch(call, { entityTypeId, id }, 'write')) throw withoutCode('Access denied.')
  return { entityTypeId, id }
}
