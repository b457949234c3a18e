import { INSTALL_STEPS, type InstallState, type InstallStep } from '../../../contract/install.ts'
import { agoIso } from './carriers.ts'

/** The states an installation passes through, by the names the scenarios use. */
export function installStates(now: Date): Record<string, InstallState> {
  const steps = (change: (step: InstallStep, index: number) => Partial<InstallStep>): InstallStep[] =>
    INSTALL_STEPS.map((step, index) => {
      const plain: InstallStep = { step, state: 'waiting', created: 0, found: 0, problem: null }
      return { ...plain, ...change(plain, index) }
    })
  const done = { state: 'done', created: 4, found: 2 } as const
  const entities = [
    { entity: 'company', rows: 2000, total: 2000 },
    { entity: 'offer', rows: 7350, total: 12_000 },
    { entity: 'order', rows: 0, total: 6000 },
    { entity: 'request', rows: 0, total: null },
  ]
  const importing = { state: 'running', entities, secondsLeft: 95 } as const
  const startedAt = agoIso(now, 3)
  const fresh: InstallState = { state: 'new', steps: steps(() => ({})), startedAt: null, finishedAt: null }
  return {
    new: fresh,
    guest: fresh,
    running: {
      state: 'running',
      steps: steps((step, index) => (index < 6 ? done : step.step === 'import' ? importing : {})),
      startedAt,
      finishedAt: null,
    },
    failed: {
      state: 'failed',
      steps: steps((step, index) =>
        index < 4
          ? done
          : step.step === 'placements'
            ? { state: 'failed', problem: { code: 'no_right', message: 'placement.bind: access denied' } }
            : {},
      ),
      startedAt,
      finishedAt: null,
    },
    finished: {
      state: 'finished',
      steps: steps((step) =>
        step.step === 'import'
          ? { ...done, entities: entities.map((one) => ({ ...one, rows: one.total ?? 400, total: one.total ?? 400 })) }
          : done,
      ),
      startedAt,
      finishedAt: agoIso(now, 1),
    },
  }
}
