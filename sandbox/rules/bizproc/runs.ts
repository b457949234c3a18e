import type { Portal } from '../../portal.ts'
import type { Program, Step, Workflow } from '../../state/automation.ts'
import { fillIn } from './document-values.ts'
import type { Document } from './documents.ts'

export interface RunOrder {
  document: Document
  templateId: number | null
  startedBy: number | null
  steps: Step[]
  parameters: Record<string, unknown>
}

/** Starts a process about a card and does all of it that needs nobody's answer. */
export function startRun(portal: Portal, order: RunOrder): Workflow {
  const now = Math.floor(portal.now() / 1000)
  const { automation, meta } = portal.state
  const id = meta.nextId('workflow')
  const workflow: Workflow = {
    id,
    code: `${portal.random(14)}.${String(id).padStart(8, '0')}`,
    templateId: order.templateId,
    documentId: order.document.id,
    documentType: order.document.type,
    startedBy: order.startedBy,
    started: now,
    modified: now,
    steps: order.steps,
    at: 0,
    parameters: order.parameters,
    token: null,
    returned: {},
    log: [],
    state: 'running',
    stateTitle: '',
  }
  automation.workflows.save(workflow)
  proceed(portal, workflow)
  return workflow
}

/** The step being done is over: the next one begins. */
export function completeStep(portal: Portal, workflow: Workflow, returned: Record<string, unknown>): void {
  workflow.returned[workflow.at] = returned
  workflow.at += 1
  workflow.token = null
  proceed(portal, workflow)
}

/** Ends it where it stands; what it asked people is asked no more. */
export function stopRun(portal: Portal, workflow: Workflow, title: string): void {
  dropQuestions(portal, workflow)
  keep(portal, { ...workflow, state: 'terminated', stateTitle: title, token: null })
}

export function dropQuestions(portal: Portal, workflow: Workflow): void {
  const { tasks } = portal.state.automation
  for (const task of tasks.list()) if (task.workflowId === workflow.id && task.status === 0) tasks.remove(task.id)
}

export function writeLog(portal: Portal, workflow: Workflow, text: string): void {
  workflow.log.push({ at: Math.floor(portal.now() / 1000), text })
  keep(portal, workflow)
}

/** The process that waits for the holder of this token; null for an old or a foreign one. */
export const waitingFor = (portal: Portal, token: string): Workflow | null =>
  portal.state.automation.workflows.list().find((one) => one.state === 'running' && one.token === token) ?? null

function proceed(portal: Portal, workflow: Workflow): void {
  for (; workflow.at < workflow.steps.length; workflow.at += 1) {
    const step = workflow.steps[workflow.at]
    if (step?.kind === 'question') {
      ask(portal, workflow, step)
      return keep(portal, workflow)
    }
    if (step && callProgram(portal, workflow, step)) return keep(portal, workflow)
  }
  keep(portal, { ...workflow, state: 'completed' })
}

function ask(portal: Portal, workflow: Workflow, step: Extract<Step, { kind: 'question' }>): void {
  portal.state.automation.tasks.add({
    workflowId: workflow.id,
    question: step.question,
    modified: Math.floor(portal.now() / 1000),
    status: 0,
    comment: '',
  })
}

/** Tells the application's handler, and says whether it is waited for. A program that is gone is passed over. */
function callProgram(portal: Portal, workflow: Workflow, step: Extract<Step, { kind: 'program' }>): boolean {
  const program = portal.state.automation.programs
    .list()
    .find((one) => one.kind === step.programKind && one.code === step.code)
  if (!program || portal.app?.installed !== true) return false
  const action = `A${workflow.id}_${workflow.at + 1}`
  const token = `${workflow.code}|${action}|${portal.random(32)}.${portal.random(64)}`
  if (!program.isFireAndForget) workflow.token = token
  const fields = {
    workflow_id: workflow.code,
    code: program.code,
    document_id: workflow.documentId,
    document_type: workflow.documentType,
    event_token: token,
    properties: fillIn(portal, workflow.documentId, { ...presets(program), ...step.properties }),
    use_subscription: program.isFireAndForget ? 'N' : 'Y',
    timeout_duration: 0,
  }
  portal.events.deliver(program.handler, `ROBOT ${program.code}`, fields, program.authUserId || null)
  return !program.isFireAndForget
}

const presets = (program: Program): Record<string, unknown> =>
  Object.fromEntries(Object.entries(program.properties).map(([key, property]) => [key, property.preset]))

function keep(portal: Portal, workflow: Workflow): void {
  portal.state.automation.workflows.save({ ...workflow, modified: Math.floor(portal.now() / 1000) })
}
