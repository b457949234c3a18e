import { createActivityState } from './activities.ts'
import { createAppState } from './app.ts'
import { createAutomationState } from './automation.ts'
import { createChannelState } from './channels.ts'
import { createChatState } from './chats.ts'
import { createCommentState } from './comments.ts'
import { createCurrencyState } from './currencies.ts'
import type { Db } from './database.ts'
import { createDocumentState } from './documents.ts'
import { createStatementCache } from './statement-cache.ts'
import { createEventHandlerState } from './event-handlers.ts'
import { createFileState } from './files.ts'
import { createHistoryState } from './stage-history.ts'
import { createItemState } from './items.ts'
import { createMetaState } from './meta.ts'
import { createNotificationState } from './notifications.ts'
import { createOfflineState } from './offline-events.ts'
import { createOptionState } from './options.ts'
import { createPeopleState } from './people.ts'
import { createPlacementState } from './placements.ts'
import { createRequisiteState } from './requisites.ts'
import { createShelves } from './shelf.ts'
import { createStatusState } from './statuses.ts'
import { createTaskState, createTaskTalk } from './tasks.ts'
import { createTelephonyState } from './telephony.ts'
import { createTimelineState } from './timeline.ts'
import { createTokenState } from './tokens.ts'
import { createTypeState } from './types.ts'
import { createUserFieldState } from './user-fields.ts'
import { createWorkTimeState } from './work-time.ts'

export type State = ReturnType<typeof createState>

/** Everything a portal remembers, one member per family of tables. */
export function createState(db: Db) {
  const meta = createMetaState(db)
  const shelf = createShelves(db, meta)
  return {
    db,
    prepare: createStatementCache(db),
    meta,
    people: createPeopleState(db),
    types: createTypeState(db),
    statuses: createStatusState(db),
    userFields: createUserFieldState(db),
    items: createItemState(db),
    history: createHistoryState(db),
    comments: createCommentState(db),
    tasks: createTaskState(db),
    taskTalk: createTaskTalk(shelf),
    ...createChatState(shelf),
    currencies: createCurrencyState(db),
    app: createAppState(db),
    tokens: createTokenState(db),
    placements: createPlacementState(db),
    eventHandlers: createEventHandlerState(db),
    offline: createOfflineState(db),
    options: createOptionState(db),
    notifications: createNotificationState(db),
    automation: createAutomationState(shelf),
    activities: createActivityState(shelf),
    timeline: createTimelineState(shelf),
    legal: createRequisiteState(shelf),
    workTime: createWorkTimeState(shelf),
    channels: createChannelState(shelf),
    telephony: createTelephonyState(shelf),
    files: createFileState(shelf),
    documents: createDocumentState(shelf),
  }
}
