import type { PortalStore } from '../store/database.ts'
import { readStepEnds, type StepRow } from '../store/write-steps.ts'

/**
 * What may move now: not before its time, everything it depends on done, and one write of a kind about one company
 * at a time, so that a later one sees what the earlier one did. `orphaned` steps depend on something that will
 * never be done.
 */
export async function pickSendable(
  store: PortalStore,
  open: readonly StepRow[],
  now: string,
  inFlight: ReadonlySet<number>,
): Promise<{ sendable: StepRow[]; orphaned: StepRow[] }> {
  const sendable: StepRow[] = []
  const orphaned: StepRow[] = []
  const taken = new Set<string>()
  for (const step of open) {
    const subject = `${step.command} ${step.companyId ?? step.chainKey}`
    if (inFlight.has(step.id)) taken.add(subject)
    if (taken.has(subject)) continue
    const need = await needOf(store, step)
    if (need === 'hopeless') orphaned.push(step)
    if (need !== 'met') continue
    const due = step.notBeforeAt === null || step.notBeforeAt <= now
    if (due) sendable.push(step)
    // One that may be under way in the portal holds the later ones back; one that merely waits does not.
    if (due || step.state === 'sending') taken.add(subject)
  }
  return { sendable, orphaned }
}

async function needOf(store: PortalStore, step: StepRow): Promise<'met' | 'open' | 'hopeless'> {
  const dependsOn = JSON.parse(step.dependsOn) as number[]
  if (dependsOn.length === 0) return 'met'
  const ends = await readStepEnds(store, step.chainKey)
  const states = dependsOn.map((position) => ends.get(position)?.state)
  if (states.some((state) => state === 'refused' || state === 'failed')) return 'hopeless'
  return states.every((state) => state === 'done') ? 'met' : 'open'
}
