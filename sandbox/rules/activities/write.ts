import { applicationOf } from '../own-application.ts'
import type { Activity, Card } from '../../state/activities.ts'
import type { Call } from '../method.ts'
import { tell } from '../tell.ts'

type Own = 'id' | 'created' | 'updated' | 'authorId' | 'editorId' | 'revision' | 'cards'

const blank: Omit<Activity, Own> = {
  typeId: 6,
  providerId: '',
  providerTypeId: '',
  subject: '',
  description: '',
  start: null,
  end: null,
  deadline: null,
  isCompleted: false,
  responsibleId: 0,
  priority: 2,
  direction: 0,
  originatorId: null,
  originId: null,
  isIncomingChannel: false,
  badgeCode: null,
  layout: null,
  extraBlocks: null,
  pingOffsets: [],
  colorId: null,
  parentId: 0,
  communications: [],
  more: {},
  isPinned: false,
}

/** Puts a new activity on a card, and tells the application and the open pages. */
export function addActivity(call: Call, card: Card, fields: Partial<Omit<Activity, Own>>): Activity {
  const now = Math.floor(call.portal.now() / 1000)
  const { userId } = call.caller
  const client = applicationOf(call.caller)
  const activity = call.portal.state.activities.records.add({
    ...blank,
    responsibleId: userId,
    ...fields,
    cards: [card],
    created: now,
    updated: now,
    authorId: userId,
    ...(client === undefined ? {} : { clientId: client }),
    editorId: userId,
    revision: 1,
  })
  changed(call, 'ADD', activity)
  return activity
}

export function updateActivity(call: Call, activity: Activity, change: Partial<Activity>): Activity {
  const next = {
    ...activity,
    ...change,
    updated: Math.floor(call.portal.now() / 1000),
    editorId: call.caller.userId,
    revision: activity.revision + 1,
  }
  call.portal.state.activities.records.save(next)
  changed(call, 'UPDATE', next)
  return next
}

export function removeActivity(call: Call, activity: Activity): void {
  call.portal.state.activities.records.remove(activity.id)
  changed(call, 'DELETE', activity)
}

function changed(call: Call, action: 'ADD' | 'UPDATE' | 'DELETE', activity: Activity): void {
  tell(call, `ONCRMACTIVITY${action}`, { FIELDS: { ID: activity.id } })
  call.portal.announce({ kind: 'timeline', cards: activity.cards })
}
