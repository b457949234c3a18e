import type { Activity } from '../../state/activities.ts'
import { orEmptyList } from '../field-description.ts'
import { toMap } from '../params.ts'
import { formatInstant } from '../time.ts'

/** How the portal writes "no deadline". */
const never = '9999-12-31T00:00:00+03:00'

const moment = (seconds: number | null): string | null => (seconds === null ? null : formatInstant(seconds))

/** An activity as the older methods answer it: upper-case names, numbers as text. */
export function printActivity(activity: Activity): Record<string, unknown> {
  const { more } = activity
  const [owner] = activity.cards
  return {
    ID: String(activity.id),
    OWNER_ID: String(owner?.id ?? 0),
    OWNER_TYPE_ID: String(owner?.entityTypeId ?? 0),
    TYPE_ID: String(activity.typeId),
    PROVIDER_ID: activity.providerId,
    PROVIDER_TYPE_ID: activity.providerTypeId,
    PROVIDER_GROUP_ID: more['PROVIDER_GROUP_ID'] ?? null,
    ASSOCIATED_ENTITY_ID: String(more['ASSOCIATED_ENTITY_ID'] ?? 0),
    SUBJECT: activity.subject,
    CREATED: moment(activity.created),
    LAST_UPDATED: moment(activity.updated),
    START_TIME: moment(activity.start ?? activity.created),
    END_TIME: moment(activity.end ?? activity.deadline ?? activity.created),
    DEADLINE: moment(activity.deadline) ?? never,
    COMPLETED: activity.isCompleted ? 'Y' : 'N',
    STATUS: activity.isCompleted ? '2' : '1',
    RESPONSIBLE_ID: String(activity.responsibleId),
    PRIORITY: String(activity.priority),
    NOTIFY_TYPE: String(more['NOTIFY_TYPE'] ?? 0),
    NOTIFY_VALUE: String(more['NOTIFY_VALUE'] ?? 0),
    DESCRIPTION: activity.description,
    DESCRIPTION_TYPE: String(more['DESCRIPTION_TYPE'] ?? 1),
    DIRECTION: String(activity.direction),
    LOCATION: String(more['LOCATION'] ?? ''),
    SETTINGS: orEmptyList(toMap(more['SETTINGS'])),
    ORIGINATOR_ID: activity.originatorId,
    ORIGIN_ID: activity.originId,
    AUTHOR_ID: String(activity.authorId),
    EDITOR_ID: String(activity.editorId),
    PROVIDER_PARAMS: orEmptyList(toMap(more['PROVIDER_PARAMS'])),
    PROVIDER_DATA: more['PROVIDER_DATA'] ?? null,
    RESULT_MARK: '0',
    RESULT_VALUE: null,
    RESULT_SUM: null,
    RESULT_CURRENCY_ID: null,
    RESULT_STATUS: '0',
    RESULT_STREAM: '0',
    RESULT_SOURCE_ID: null,
    AUTOCOMPLETE_RULE: String(more['AUTOCOMPLETE_RULE'] ?? 0),
    IS_INCOMING_CHANNEL: activity.isIncomingChannel ? 'Y' : 'N',
  }
}

export const printCommunications = (activity: Activity): Record<string, unknown>[] =>
  activity.communications.map((one) => ({
    ID: String(one.id),
    TYPE: one.type,
    VALUE: one.value,
    ENTITY_ID: String(one.entityId),
    ENTITY_TYPE_ID: String(one.entityTypeId),
    ENTITY_SETTINGS: [],
  }))

export const printBindings = (activity: Activity): Record<string, unknown>[] =>
  activity.cards.map((card) => ({ OWNER_ID: String(card.id), OWNER_TYPE_ID: String(card.entityTypeId) }))
