import type { Person } from '../state/people.ts'
import type { Portal } from '../portal.ts'
import type { Caller } from './caller.ts'
import type { RestError } from './errors.ts'
import type { Ignored } from './inspection/inspector.ts'
import type { Params } from './params.ts'

/** One HTTP request; a batch runs many methods in it. */
export interface Request {
  /** The caller's own queue name: offline events of that queue do not repeat its own changes. */
  connector: string
  isBatch: boolean
  /** Execution seconds spent so far. */
  spent: number
  /** What a batch was made of. */
  commands?: string[]
  /** Methods that changed something. */
  writes: string[]
  /** What was sent and looked at by nobody. */
  ignored: Ignored[]
}

/** What a method gets: who asks, with which parameters, of which portal. */
export interface Call {
  portal: Portal
  caller: Caller
  user: Person
  params: Params
  /** Where the page begins; -1 asks for no count. */
  start: number
  request: Request
}

/** `rows` is how many records were touched, for the cost. */
export interface Answer {
  result: unknown
  total?: number
  next?: number
  rows?: number
}

/** One REST method; its file is named exactly as the method. */
export interface Method {
  /** `basic` methods need no scope. */
  scope: string
  /** Works for an application only: what a webhook is told. */
  appOnly?: () => RestError
  /** Works for the portal's administrators only: what others are told. */
  adminOnly?: () => RestError
  /** For employees: people from outside, who are in no department, are refused. */
  isIntranetOnly?: boolean
  /** Changes what the portal holds. */
  isWrite?: boolean
  run(call: Call): Answer | Promise<Answer>
}
