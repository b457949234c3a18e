import type { Question, Workflow, WorkflowTask } from '../../state/automation.ts'
import { RestError } from '../errors.ts'
import type { Call } from '../method.ts'
import { toText } from '../params.ts'
import { formatInstant } from '../time.ts'
import { parseDocument } from './documents.ts'

/** Administrators see everybody's questions, heads those of their people, others their own. */
export function maySeeTasksOf(call: Call, userId: number): boolean {
  const { portal, caller } = call
  if (userId === caller.userId || portal.rights.isAdmin(caller.userId)) return true
  const headed = portal.departments.list().filter((department) => department.headId === caller.userId)
  const person = portal.users.get(userId)
  return person !== null && headed.some((department) => person.departmentIds.includes(department.id))
}

export function printTask(call: Call, task: WorkflowTask): Record<string, unknown> {
  const { automation } = call.portal.state
  const workflow = automation.workflows.get(task.workflowId)
  const template = workflow?.templateId == null ? null : automation.templates.get(workflow.templateId)
  const { name, url } = card(call, workflow)
  return {
    ENTITY: workflow?.documentId[1] ?? '',
    DOCUMENT_ID: workflow?.documentId[2] ?? '',
    ID: String(task.id),
    WORKFLOW_ID: workflow?.code ?? '',
    DOCUMENT_NAME: name,
    DESCRIPTION: task.question.description,
    NAME: task.question.name,
    MODIFIED: formatInstant(task.modified),
    WORKFLOW_STARTED: formatInstant(workflow?.started ?? task.modified),
    WORKFLOW_STARTED_BY: String(workflow?.startedBy ?? 0),
    OVERDUE_DATE: null,
    WORKFLOW_TEMPLATE_ID: String(workflow?.templateId ?? 0),
    WORKFLOW_TEMPLATE_NAME: template?.name ?? '',
    WORKFLOW_STATE: workflow?.stateTitle ?? '',
    STATUS: String(task.status),
    USER_ID: String(task.question.userId),
    USER_STATUS: String(task.status),
    MODULE_ID: workflow?.documentId[0] ?? '',
    ACTIVITY: task.question.activity,
    ACTIVITY_NAME: `A${task.workflowId}_${task.id}`,
    PARAMETERS: printParameters(task.question),
    DOCUMENT_URL: url,
  }
}

function card(call: Call, workflow: Workflow | null): { name: string; url: string } {
  const document = workflow && parseDocument(workflow.documentId)
  if (!document) return { name: '', url: '' }
  const { entityTypeId, itemId } = document
  const item = call.portal.state.items.get(entityTypeId, itemId)
  const native = ['', 'lead', 'deal', 'contact', 'company'][entityTypeId]
  const folder = native === undefined ? `type/${entityTypeId}` : native
  return { name: toText(item?.values['title']), url: `/crm/${folder}/details/${itemId}/` }
}

function printParameters(question: Question): Record<string, unknown> {
  const buttons =
    question.activity === 'ApproveActivity'
      ? { StatusYesLabel: 'Согласовать', StatusNoLabel: 'Отклонить' }
      : { StatusOkLabel: 'Готово' }
  const fields = question.fields.map((field) => ({
    Id: field.id,
    Type: field.type,
    Name: field.name,
    Description: '',
    Multiple: field.isMultiple,
    Required: field.isRequired,
    Options: null,
    Settings: null,
    Default: field.preset,
  }))
  return {
    CommentLabel: 'Комментарий',
    CommentRequired: question.commentRequired,
    ShowComment: 'Y',
    ...buttons,
    ...(question.activity.startsWith('Request') ? { Fields: fields } : {}),
  }
}

const statuses: Record<string, number> = { yes: 1, no: 2, ok: 3, cancel: 4 }
const allowed: Record<Question['activity'], number[]> = {
  ApproveActivity: [1, 2],
  ReviewActivity: [3],
  RequestInformationActivity: [3],
  RequestInformationOptionalActivity: [3, 4],
}

/** The answer in the words or the numbers of the module. Throws for one that such a question does not take. */
export function readStatus(question: Question, raw: unknown): number {
  const text = toText(raw).toLowerCase()
  const status = statuses[text] ?? Number(text)
  if (text === '' || !allowed[question.activity].includes(status))
    throw new RestError(400, 'ERROR_TASK_VALIDATION', 'incorrect STATUS')
  return status
}

/** What the question asks for and the answer lacks becomes the refusal. */
export function checkAnswer(
  question: Question,
  status: number,
  comment: string,
  fields: Record<string, unknown>,
): void {
  const isYes = status === 1 || status === 3
  const { commentRequired } = question
  const isWanted = commentRequired === 'Y' || commentRequired === (isYes ? 'YA' : 'YR')
  if (isWanted && comment === '')
    throw new RestError(400, 'ERROR_TASK_EXECUTION', 'The field "Комментарий" is required.')
  if (!isYes) return
  const empty = question.fields.find((field) => field.isRequired && toText(fields[field.id]) === '')
  if (empty) throw new RestError(400, 'ERROR_TASK_EXECUTION', `The field "${empty.name}" is required.`)
}
