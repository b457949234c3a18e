import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { CarrierRow, CarriersAnswer } from '../../contract/carriers.ts'
import type { Api } from '../shared/api.ts'
import { openFrame } from '../shared/frame.ts'
import { useToasts } from '../shared/useToasts.ts'
import type { Carriers } from './useCarriers.ts'

/** How a carrier is reached besides a call: in the portal's messenger, or by his number for whoever may see it whole. */
export function useContact(carriers: Carriers, answer: Ref<CarriersAnswer>, api: Api) {
  const { t } = useI18n()
  const toasts = useToasts()

  async function write({ companyId }: CarrierRow): Promise<void> {
    try {
      const frame = await openFrame()
      const { dialogId } = await api.carrierChat(companyId)
      if (dialogId) return await frame.openMessenger(dialogId)
      // The portal's own letters, text messages and channels stand in his card.
      frame.openPath(`/crm/company/details/${companyId}/`)
      toasts.warning(t('contact.noChat'))
    } catch (error) {
      toasts.problem(error)
    }
  }

  /** The number is given to the eye, recorded, and kept nowhere. */
  async function reveal({ companyId }: CarrierRow): Promise<string | null> {
    try {
      return (await api.reveal({ load: carriers.reference.value, companyId, why: 'copy' })).phone
    } catch (error) {
      toasts.problem(error)
      return null
    }
  }

  return { write, showNumber: computed(() => (answer.value.mayShowNumbers ? reveal : null)) }
}
