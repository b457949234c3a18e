import type { Activity } from '../../state/activities.ts'
import { missingParameter, notFound, RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { isYes, toInteger, toMap, toText, type Params } from '../params.ts'
import { formatInstant, parseInstant } from '../time.ts'
import { asList } from '../values.ts'
import { activityOf, configurable } from './access.ts'
import { readLayout } from './layout.ts'

export const defaultType = 'CONFIGURABLE'

const wrong = (name: string): RestError => new RestError(400, 'WRONG_FIELD_VALUE', `Field "${name}" has wrong value`)

/** `fields` and `layout` of add and update; `known` is what stands there already. */
export function readConfigurable(call: Call, known: Activity | null): Partial<Activity> {
  const { params } = call
  const { fields, layout } = params
  if (typeof fields !== 'object' || fields === null) throw missingParameter('fields')
  if (layout === undefined || layout === null) throw missingParameter('layout')
  const read = readFields(call, toMap(fields))
  const whole = { ...known, ...read }
  if (whole.isIncomingChannel === true && whole.deadline != null)
    throw new RestError(400, 'INCOMING_ACTIVITY_CAN_NOT_BE_WITH_DEADLINE', 'Incoming activity cannot have a deadline')
  const drawn = readLayout(layout)
  return { ...read, layout: drawn, subject: plainTitle(drawn) }
}

function readFields(call: Call, fields: Params): Partial<Activity> {
  const { state } = call.portal
  const read: Partial<Activity> = {}
  const given = (name: string): boolean => fields[name] !== undefined
  if (given('typeId')) {
    const typeId = toText(fields['typeId'])
    const isOwn = state.activities.types.marked(typeId)[0]?.isConfigurable === true
    if (typeId !== defaultType && !isOwn) throw wrong('typeId')
    read.providerTypeId = typeId
  }
  if (given('completed')) read.isCompleted = isYes(fields['completed'])
  if (given('deadline')) {
    const text = toText(fields['deadline'])
    const deadline = text === '' ? null : parseInstant(text)
    if (text !== '' && deadline === null) throw wrong('deadline')
    read.deadline = deadline
  }
  if (given('pingOffsets'))
    read.pingOffsets = asList(fields['pingOffsets']).map((minutes) => {
      const offset = toInteger(minutes)
      if (offset === null || offset < 0) throw wrong('pingOffsets')
      return offset
    })
  if (given('isIncomingChannel')) read.isIncomingChannel = isYes(fields['isIncomingChannel'])
  if (given('responsibleId')) {
    const id = toInteger(fields['responsibleId'])
    if (id === null || !call.portal.users.get(id)) throw wrong('responsibleId')
    read.responsibleId = id
  }
  if (given('badgeCode')) {
    const code = toText(fields['badgeCode'])
    if (code !== '' && state.activities.badges.marked(code).length === 0) throw wrong('badgeCode')
    read.badgeCode = code === '' ? null : code
  }
  if (given('originatorId')) read.originatorId = toText(fields['originatorId']) || null
  if (given('originId')) read.originId = toText(fields['originId']) || null
  return read
}

function plainTitle(layout: Record<string, unknown>): string {
  const title = toMap(layout['header'])['title']
  return typeof title === 'string' ? title : toText(Object.values(toMap(title))[0])
}

/** The application's own activity. Throws NOT_FOUND for what is none. */
export function configurableActivity(call: Call, action: 'read' | 'write'): Activity {
  const activity = activityOf(call, 'id', action)
  if (activity.providerId !== configurable) throw notFound('Not found.')
  return activity
}

export function printConfigurable(activity: Activity): Record<string, unknown> {
  const [owner] = activity.cards
  return {
    id: activity.id,
    ownerTypeId: owner?.entityTypeId ?? 0,
    ownerId: owner?.id ?? 0,
    fields: {
      typeId: activity.providerTypeId,
      completed: activity.isCompleted,
      deadline: activity.deadline === null ? null : formatInstant(activity.deadline),
      pingOffsets: activity.pingOffsets,
      isIncomingChannel: activity.isIncomingChannel,
      responsibleId: activity.responsibleId,
      badgeCode: activity.badgeCode,
      originatorId: activity.originatorId,
      originId: activity.originId,
    },
    layout: activity.layout,
  }
}
