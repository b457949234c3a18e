import type { InstallState, InstallStep } from '../../contract/install.ts'

const TITLES: Record<InstallStep['step'], string> = {
  processes: 'processes',
  fields: 'fields',
  stages: 'stages',
  relations: 'relations',
  placements: 'tabs',
  events: 'events',
  import: 'first import',
  finish: 'finish',
}

/** Prints an installation as it goes: one line a finished step, and the import's rows as they come. */
export function progressPrinter(write: (text: string) => void, isTerminal: boolean): (state: InstallState) => void {
  const printed = new Set<string>()
  return (state) => {
    for (const step of state.steps) {
      if (step.state === 'done' && !printed.has(step.step)) {
        printed.add(step.step)
        write(`${isTerminal ? '\r\u001B[K' : ''}  ✓ ${TITLES[step.step]}${counts(step)}\n`)
      } else if (step.step === 'import' && step.state === 'running' && isTerminal)
        write(`\r\u001B[K  … ${importLine(step)}`)
    }
  }
}

function counts(step: InstallStep): string {
  if (step.entities) return `: ${step.entities.reduce((sum, entity) => sum + entity.rows, 0).toLocaleString('en')} rows`
  const parts = [step.created > 0 ? `${step.created} created` : '', step.found > 0 ? `${step.found} found` : '']
  const text = parts.filter(Boolean).join(', ')
  return text ? `: ${text}` : ''
}

function importLine(step: InstallStep): string {
  const entities = step.entities ?? []
  const current = entities.find((entity) => entity.total === null || entity.rows < entity.total)
  const rows = entities.reduce((sum, entity) => sum + entity.rows, 0)
  const left = step.secondsLeft == null ? '' : `, about ${Math.ceil(step.secondsLeft)} s left`
  return `first import: ${rows.toLocaleString('en')} rows${current ? ` (${current.entity})` : ''}${left}`
}
