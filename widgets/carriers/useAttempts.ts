import type { AttemptInput } from '../../contract/actions.ts'
import type { Attempt, CarrierRow } from '../../contract/carriers.ts'
import type { Session } from '../../contract/session.ts'
import type { Api } from '../shared/api.ts'
import { newWriteKey } from '../shared/write-key.ts'
import { withAttempt, withoutAttempt } from './row-changes.ts'
import type { Carriers } from './useCarriers.ts'

export type AttemptDetails = Pick<AttemptInput, 'result' | 'until' | 'freePlace' | 'comment'>

/** Records what a call said: on screen at once, taken back when the server refuses. */
export function useAttempts(carriers: Carriers, api: Api, session: Session) {
  /** Throws ApiProblem after the row was put back. */
  async function record(row: CarrierRow, details: AttemptDetails): Promise<void> {
    const key = newWriteKey()
    const attempt: Attempt = {
      key,
      companyId: row.companyId,
      result: details.result,
      byUserId: session.userId,
      byName: session.userName,
      at: new Date().toISOString(),
      until: details.until,
      comment: details.comment,
    }
    carriers.editOne(row.companyId, (known) => withAttempt(known, attempt))
    try {
      await api.attempt({ key, load: carriers.reference.value, companyId: row.companyId, ...details })
    } catch (error) {
      carriers.editOne(row.companyId, (known) => withoutAttempt(known, key))
      throw error
    }
    // A call that has only begun changes no rank; an answer does.
    if (details.result !== 'calling') await carriers.reload('merge').catch(() => undefined)
  }

  return { record }
}
