import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { CaptureStart, CaptureWarning } from '../../contract/capture.ts'
import { readPhone } from '../../typed/phone.ts'
import { readRate } from '../../typed/rate.ts'
import type { Api } from '../shared/api.ts'
import type { FormDraft } from './form-draft.ts'

const PAUSE_MS = 250

/** Warnings of what is typed, asked for while it is typed; they come beside the form and hold nobody up. */
export function useCaptureChecks(draft: FormDraft, start: Ref<CaptureStart>, api: Api) {
  const found = shallowRef<CaptureWarning[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const question = () => {
    const rate = readRate(draft.rate)
    const priced = draft.action === 'offer' || draft.action === 'executor'
    const { request } = draft
    return {
      callId: start.value.callId,
      companyId: draft.carrier?.kind === 'known' ? draft.carrier.companyId : null,
      load: request && draft.action !== 'base' ? { kind: request.kind, id: request.id } : null,
      rate: priced && rate ? { ...rate, currency: request?.targetRate?.currency ?? start.value.currency } : null,
      vat: draft.vat,
      phone: readPhone(draft.contactPhone)?.e164 ?? null,
    }
  }
  watch(
    () => JSON.stringify(question()),
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), PAUSE_MS)
    },
    { immediate: true },
  )

  async function ask(): Promise<void> {
    const mine = ++asked
    const answer = await api.checkCapture(question()).catch(() => null)
    if (mine === asked && answer) found.value = answer
  }
  onScopeDispose(() => clearTimeout(timer))
  return found
}
