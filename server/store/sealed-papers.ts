import type { NewStep } from './outbox.ts'
import type { Seal } from './seal.ts'

/** Papers and numbers of people in the payload of a step; deleted once the portal has them. */
export const PAPERS = ['driverLicence', 'vehiclePaper', 'driverPhone'] as const
const MARK = 'sealed:'

/** The steps as they may lie in a file: nobody who finds it reads a driver's papers. */
export function withSealedPapers(steps: readonly NewStep[], seal: Seal): NewStep[] {
  return steps.map((step) => ({
    ...step,
    payload: papersThrough(step.payload, (text) => `${MARK}${seal.close(text)}`),
  }))
}

/** What was sealed, for whoever sends it. Throws for what another secret has sealed. */
export function withOpenPapers(payload: unknown, seal: Seal): unknown {
  return papersThrough(payload, (text) => (text.startsWith(MARK) ? seal.open(text.slice(MARK.length)) : text))
}

function papersThrough(payload: unknown, change: (text: string) => string): unknown {
  if (typeof payload !== 'object' || payload === null) return payload
  const changed: Record<string, unknown> = { ...payload }
  for (const name of PAPERS) {
    const text = changed[name]
    if (typeof text === 'string') changed[name] = change(text)
  }
  return changed
}
