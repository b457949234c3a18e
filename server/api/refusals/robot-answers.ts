import { REFUSAL_REASON_LABELS } from '../../../contract/refusal-reasons.ts'
import type { RefusalState } from '../../../contract/refusals.ts'
import type { PortalStore } from '../../store/database.ts'
import type { NewStep } from '../../store/outbox.ts'
import { listWaitingRobots } from '../../store/refusal-robots.ts'
import type { RefusalRow } from '../../store/refusal-rows.ts'
import type { Told } from './words.ts'

/** What a robot is told: yes, no, or that nothing came of it. */
const RESULTS: Partial<Record<RefusalState, string>> = {
  approved: 'approved',
  recorded: 'approved',
  returned: 'returned',
  handed_over: 'returned',
  withdrawn: 'withdrawn',
  expired: 'expired',
}

/** Answers every robot that waits for this refusal, once it is over. */
export async function robotAnswers(store: PortalStore, row: RefusalRow, told: Told): Promise<NewStep[]> {
  const result = RESULTS[row.state]
  return result ? robotSteps(await listWaitingRobots(store, row.key), row, result, told) : []
}

export function robotSteps(tokens: readonly string[], row: RefusalRow, result: string, told: Told): NewStep[] {
  const language = told.portalLanguage
  const reason = REFUSAL_REASON_LABELS[row.reason][language]
  const log = `${language === 'ru' ? 'Отказ' : 'Refusal'} (${reason}): ${result}`
  return tokens.map((eventToken) => ({
    command: 'answer-refusal-robot',
    subject: `robot ${eventToken.slice(0, 40)}`,
    payload: {
      eventToken,
      values: { result, decidedBy: told.by ?? '', text: told.text ?? '' },
      log,
    },
    dependsOn: [],
  }))
}
