import { INSTALL_STEPS, type InstallState, type InstallStep, type InstallStepCode } from '../../contract/install.ts'
import type { Problem } from '../../contract/problem.ts'
import { PortalError, problemOf } from '../errors.ts'
import type { ImportProgress } from '../sync/import-progress.ts'

/** Nothing has been done yet. */
export function newInstallState(): InstallState {
  const steps = INSTALL_STEPS.map((step): InstallStep => ({
    step,
    state: 'waiting',
    created: 0,
    found: 0,
    problem: null,
  }))
  return { state: 'new', steps, startedAt: null, finishedAt: null }
}

export function withStep(state: InstallState, step: InstallStepCode, change: Partial<InstallStep>): InstallState {
  return { ...state, steps: state.steps.map((one) => (one.step === step ? { ...one, ...change } : one)) }
}

export function withImport(state: InstallState, progress: ImportProgress): InstallState {
  return withStep(state, 'import', { entities: progress.entities, secondsLeft: progress.secondsLeft })
}

export function failed(state: InstallState, step: InstallStepCode, error: unknown): InstallState {
  return { ...withStep(state, step, { state: 'failed', problem: installProblem(error) }), state: 'failed' }
}

/** A run that nobody carries on (the server was stopped) has failed, at the step it was in. */
export function interrupted(state: InstallState): InstallState {
  if (state.state !== 'running') return state
  const running =
    state.steps.find((one) => one.state === 'running') ?? state.steps.find((one) => one.state === 'waiting')
  const problem: Problem = { code: 'unexpected', message: 'Interrupted: start again to go on from here' }
  const stopped = running ? withStep(state, running.step, { state: 'failed', problem }) : state
  return { ...stopped, state: 'failed' }
}

/** Says which call the portal refused: an administrator can do something about that. */
function installProblem(error: unknown): Problem {
  if (!(error instanceof PortalError)) return problemOf(error).problem
  const noRight = error.status === 403 || error.code === 'ACCESS_DENIED'
  return { code: noRight ? 'no_right' : 'portal_unreachable', message: error.message }
}
