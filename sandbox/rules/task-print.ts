import { taskMark, type Task } from '../state/tasks.ts'
import type { Call } from './method.ts'
import { toText } from './params.ts'
import { awaitingControl, completed, inProgress, mayChange, mayJudge, mayWork, waiting } from './tasks.ts'
import { formatInstant } from './time.ts'
import { asList } from './values.ts'

const late = (call: Call, task: Task): boolean =>
  task.deadline !== null && task.closed === null && task.deadline * 1000 < call.portal.now()

/** Every field by its upper-case name, as filters and `select` spell it. Moments are printed, numbers are text. */
export function taskFields(call: Call, task: Task): Record<string, unknown> {
  const moment = (seconds: number | null): string | null => (seconds === null ? null : formatInstant(seconds))
  return {
    ID: String(task.id),
    PARENT_ID: task.parentId === null ? null : String(task.parentId),
    TITLE: task.title,
    DESCRIPTION: task.description,
    MARK: null,
    PRIORITY: String(task.priority),
    MULTITASK: 'N',
    NOT_VIEWED: 'N',
    REPLICATE: 'N',
    STAGE_ID: '0',
    SPRINT_ID: null,
    BACKLOG_ID: null,
    CREATED_BY: String(task.createdBy),
    CREATED_DATE: moment(task.created),
    RESPONSIBLE_ID: String(task.responsibleId),
    CHANGED_BY: String(task.changedBy),
    CHANGED_DATE: moment(task.changed),
    STATUS_CHANGED_BY: String(task.changedBy),
    CLOSED_BY: task.closedBy === null ? null : String(task.closedBy),
    CLOSED_DATE: moment(task.closed),
    ACTIVITY_DATE: moment(task.changed),
    DATE_START: moment(task.started ?? null),
    DEADLINE: moment(task.deadline),
    START_DATE_PLAN: moment(task.startPlan),
    END_DATE_PLAN: moment(task.endPlan),
    GUID: `{00000000-0000-4000-8000-${String(task.id).padStart(12, '0')}}`,
    XML_ID: null,
    COMMENTS_COUNT: commentsCount(call, task),
    SERVICE_COMMENTS_COUNT: null,
    ALLOW_CHANGE_DEADLINE: 'Y',
    ALLOW_TIME_TRACKING: 'N',
    TASK_CONTROL: task.isControlled === true ? 'Y' : 'N',
    ADD_IN_REPORT: 'N',
    FORKED_BY_TEMPLATE_ID: null,
    TIME_ESTIMATE: '0',
    TIME_SPENT_IN_LOGS: null,
    MATCH_WORK_TIME: 'N',
    FORUM_TOPIC_ID: null,
    FORUM_ID: null,
    SITE_ID: 's1',
    SUBORDINATE: 'N',
    EXCHANGE_MODIFIED: null,
    EXCHANGE_ID: null,
    OUTLOOK_VERSION: '1',
    VIEWED_DATE: null,
    SORTING: null,
    DURATION_FACT: null,
    IS_MUTED: 'N',
    IS_PINNED: 'N',
    IS_PINNED_IN_GROUP: 'N',
    FLOW_ID: null,
    STATUS: String(task.status),
    SUB_STATUS: late(call, task) ? '-1' : String(task.status),
    STATUS_CHANGED_DATE: moment(task.statusChanged),
    DURATION_PLAN: null,
    DURATION_TYPE: 'days',
    GROUP_ID: String(task.groupId),
    AUDITORS: task.auditors.map(String),
    ACCOMPLICES: task.accomplices.map(String),
    CHECKLIST: [],
    TAGS: Object.fromEntries(task.tags.map((title, index) => [String(index + 1), { id: index + 1, title }])),
    UF_CRM_TASK: task.crm.length === 0 ? false : task.crm,
    UF_TASK_WEBDAV_FILES: false,
    UF_MAIL_MESSAGE: null,
  }
}

/** Null until somebody says something. */
function commentsCount(call: Call, task: Task): string | null {
  const count = call.portal.state.taskTalk.comments.marked(taskMark(task.id)).length
  return count === 0 ? null : String(count)
}

/** A task as answers spell it: camelCase, only what was selected, and always who made it, who does it, what may be done. */
export function printTask(call: Call, task: Task, select: unknown): Record<string, unknown> {
  const names = asList(select).map((name) => toUpper(toText(name)))
  const isAll = names.length === 0 || names.includes('*')
  const printed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(taskFields(call, task)))
    if (isAll || name === 'ID' || names.includes(name)) printed[toCamel(name)] = orList(value)
  const isWanted = (name: string): boolean => isAll || names.includes(name)
  printed['descriptionInBbcode'] = 'Y'
  printed['favorite'] = 'N'
  printed['group'] = []
  if (isWanted('CREATED_BY')) printed['creator'] = printPerson(call, task.createdBy)
  if (isWanted('RESPONSIBLE_ID')) printed['responsible'] = printPerson(call, task.responsibleId)
  if (isWanted('ACCOMPLICES')) printed['accomplicesData'] = printPeople(call, task.accomplices)
  if (isWanted('AUDITORS')) printed['auditorsData'] = printPeople(call, task.auditors)
  return printed
}

/** What the methods of one task add: the permitted actions. */
export function printWholeTask(call: Call, task: Task, select: unknown): Record<string, unknown> {
  return { ...printTask(call, task, select), action: printActions(call, task) }
}

/** What changing methods add besides: an empty checklist. */
export function printChangedTask(call: Call, task: Task): Record<string, unknown> {
  return {
    ...printWholeTask(call, task, []),
    newCommentsCount: 0,
    checkListCanAdd: mayChange(call, task),
    checkListTree: {
      nodeId: 0,
      fields: {
        id: null,
        copiedId: null,
        entityId: null,
        userId: call.caller.userId,
        createdBy: null,
        parentId: null,
        title: '',
        sortIndex: null,
        displaySortIndex: '',
        isComplete: false,
        isImportant: false,
        completedCount: 0,
        members: [],
        attachments: [],
        nodeId: null,
      },
      action: [],
      descendants: [],
    },
  }
}

function printActions(call: Call, task: Task): Record<string, boolean> {
  const may = mayChange(call, task)
  const works = mayWork(call, task)
  const isOpen = task.closed === null
  const isJudged = task.status === awaitingControl && mayJudge(call, task)
  return {
    accept: false,
    decline: false,
    complete: may && isOpen,
    approve: isJudged,
    disapprove: isJudged,
    start: works && isOpen && task.status !== inProgress,
    pause: works && task.status === inProgress,
    delegate: may && isOpen,
    remove: may,
    edit: may,
    defer: works && (task.status === waiting || task.status === inProgress),
    renew: may && task.status >= awaitingControl && (task.status !== completed || !isOpen),
    create: true,
    changeDeadline: may,
    checklistAddItems: may,
    addFavorite: true,
    deleteFavorite: false,
    rate: may,
    take: false,
    'edit.originator': false,
    'checklist.reorder': may,
    'elapsedtime.add': may,
    'dayplan.timer.toggle': false,
    'edit.plan': may,
    'checklist.add': may,
    'favorite.add': true,
    'favorite.delete': false,
  }
}

function printPerson(call: Call, id: number): Record<string, unknown> {
  const person = call.portal.users.get(id)
  return {
    id: String(id),
    name: person ? `${person.name} ${person.lastName}`.trim() : '',
    link: `/company/personal/user/${id}/`,
    icon: '/bitrix/images/tasks/default_avatar.png',
    workPosition: person?.workPosition ?? '',
  }
}

const printPeople = (call: Call, ids: number[]): unknown =>
  orList(Object.fromEntries(ids.map((id) => [String(id), printPerson(call, id)])))

/** PHP has one kind of array: an empty map is an empty list. */
const orList = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0 ? [] : value

const toCamel = (name: string): string =>
  name.toLowerCase().replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())

/** `subStatus` and `SUB_STATUS` are both understood. */
const toUpper = (name: string): string => (/[a-z]/.test(name) ? name.replace(/([A-Z])/g, '_$1').toUpperCase() : name)
