import type { MakeShelf } from './shelf.ts'

/** What an application has registered: a robot, or an action of the workflow designer. */
export interface Program {
  id: number
  kind: 'robot' | 'activity'
  code: string
  handler: string
  /** Whose token the handler gets; 0: nobody's. */
  authUserId: number
  /** The process goes on without an answer. */
  isFireAndForget: boolean
  /** As registered: a text, or texts by language. */
  name: unknown
  description: unknown
  properties: Record<string, ProgramProperty>
  returnProperties: Record<string, ProgramProperty>
  documentType: string[] | null
  filter: unknown
  placementHandler: string | null
}

export interface ProgramProperty {
  name: unknown
  type: string
  isRequired: boolean
  isMultiple: boolean
  preset: unknown
}

/** What is done at one step of a process: a program runs, or a person is asked. */
export type Step =
  | { kind: 'program'; programKind: Program['kind']; code: string; properties: Record<string, unknown> }
  | { kind: 'question'; question: Question }

export interface Question {
  activity: 'ApproveActivity' | 'ReviewActivity' | 'RequestInformationActivity' | 'RequestInformationOptionalActivity'
  userId: number
  name: string
  description: string
  /** N no, Y always, YA upon approval, YR upon rejection. */
  commentRequired: 'N' | 'Y' | 'YA' | 'YR'
  fields: { id: string; name: string; type: string; isRequired: boolean; isMultiple: boolean; preset: unknown }[]
}

/** A robot that somebody has put on a stage. */
export interface StageRobot {
  id: number
  entityTypeId: number
  stageId: string
  code: string
  properties: Record<string, unknown>
}

export interface Template {
  id: number
  name: string
  description: string
  /** Module, class, type: `crm`, `CCrmDocumentDeal`, `DEAL`. */
  documentType: string[]
  /** Bits: 1 when an item is added, 2 when it is changed. */
  autoExecute: number
  userId: number
  /** Seconds. */
  modified: number
  /** Uploaded by the application, which alone may change it. */
  isOfApp: boolean
  /** An uploaded file is a closed book, so that such a template has no steps. */
  steps: Step[]
}

/** One run of a template, or of a robot on a stage. */
export interface Workflow {
  id: number
  /** What callers know it by: `55c1dc1c3f0d75.78875596`. */
  code: string
  templateId: number | null
  /** Module, class, id: `crm`, `CCrmDocumentDeal`, `DEAL_8`. */
  documentId: string[]
  documentType: string[]
  startedBy: number | null
  started: number
  modified: number
  steps: Step[]
  /** Which of the steps is being done; as many as there are steps: all are done. */
  at: number
  parameters: Record<string, unknown>
  /** What the program that is waited for proves itself by; null where nobody is waited for. */
  token: string | null
  /** What each step has answered, by its number. */
  returned: Record<number, Record<string, unknown>>
  log: { at: number; text: string }[]
  state: 'running' | 'completed' | 'terminated'
  stateTitle: string
}

/** A question to a person that a process waits on. */
export interface WorkflowTask {
  id: number
  workflowId: number
  question: Question
  modified: number
  /** 0 waiting, 1 approved, 2 rejected, 3 done. */
  status: 0 | 1 | 2 | 3
  comment: string
}

/** A trigger that an application has registered for the funnels. */
export interface Trigger {
  id: number
  code: string
  name: string
}

/** Where a person has put a trigger: when it fires, the item goes to the stage. */
export interface StageTrigger {
  id: number
  entityTypeId: number
  stageId: string
  code: string
}

export type AutomationState = ReturnType<typeof createAutomationState>

export const createAutomationState = (shelf: MakeShelf) => ({
  programs: shelf<Program>('program'),
  stageRobots: shelf<StageRobot>('stageRobot'),
  templates: shelf<Template>('workflowTemplate'),
  workflows: shelf<Workflow>('workflow'),
  tasks: shelf<WorkflowTask>('workflowTask'),
  triggers: shelf<Trigger>('trigger', (trigger) => [trigger.code]),
  stageTriggers: shelf<StageTrigger>('stageTrigger', (trigger) => [trigger.code]),
})
