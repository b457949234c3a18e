import type { CarrierRow } from '../../contract/carriers.ts'
import type { Api } from '../shared/api.ts'
import { openFrame } from '../shared/frame.ts'
import type { Carriers } from './useCarriers.ts'
import type { useAttempts } from './useAttempts.ts'

/** Calls through the portal's telephony. The full number passes through and is kept nowhere. */
export function useCall(carriers: Carriers, api: Api, attempts: ReturnType<typeof useAttempts>) {
  const underWay = new Set<number>()

  /** False when this carrier is being dialled already. Throws ApiProblem or FrameUnavailableError. */
  async function call(row: CarrierRow): Promise<boolean> {
    if (underWay.has(row.companyId)) return false
    underWay.add(row.companyId)
    try {
      // The frame first: a number that could not be dialled must not be revealed.
      const frame = await openFrame()
      const { phone } = await api.reveal({ load: carriers.reference.value, companyId: row.companyId, why: 'call' })
      await frame.phoneTo(phone)
      // Colleagues should see the call; if that is not recorded, the call itself still goes on.
      void attempts
        .record(row, { result: 'calling', until: null, freePlace: null, comment: null })
        .catch(() => undefined)
      return true
    } finally {
      underWay.delete(row.companyId)
    }
  }

  return { call }
}
