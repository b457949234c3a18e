import { onScopeDispose, ref, watch, type Ref } from 'vue'
import type { OfferAction, OfferDecisionInput, OfferLine } from '../../contract/offers.ts'
import { ApiProblem } from '../shared/api.ts'
import { isUnderWay } from '../shared/sentences/write.ts'
import { useToasts } from '../shared/useToasts.ts'
import { newWriteKey } from '../shared/write-key.ts'
import type { OffersApi } from './offers-api.ts'

const FIRST_ASK_MS = 1_200
const LONGEST_ASK_MS = 15_000

/** What a form adds to an action; the key is made once a form. */
export type DecisionDetails = Omit<OfferDecisionInput, 'key' | 'action'> & { comment: string | null }

/** Decides on offers, and looks again until what was decided stands in the portal. */
export function useDecisions(offers: Ref<readonly OfferLine[]>, api: OffersApi, reload: () => Promise<void>) {
  const toasts = useToasts()
  /** The offer whose form is open, with the action it is about. */
  const open = ref<{ offerId: number; action: OfferAction; key: string } | null>(null)
  const saving = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_ASK_MS

  function begin(offerId: number, action: OfferAction): void {
    open.value = { offerId, action, key: newWriteKey() }
  }

  async function send(details: Record<string, unknown>): Promise<boolean> {
    const asked = open.value
    if (!asked || saving.value) return false
    saving.value = true
    try {
      await api.decide(asked.offerId, { key: asked.key, action: asked.action, ...details } as OfferDecisionInput)
      open.value = null
      wait = FIRST_ASK_MS
      await reload()
      return true
    } catch (error) {
      toasts.problem(error)
      // What stands there now is what he has to see before he decides again.
      if (error instanceof ApiProblem && error.code === 'changed_meanwhile') {
        open.value = null
        await reload().catch(() => undefined)
      }
      return false
    } finally {
      saving.value = false
    }
  }

  watch(
    offers,
    (lines) => {
      clearTimeout(timer)
      const busy = lines.some(({ decisions }) => decisions.some(({ write }) => write && isUnderWay(write)))
      if (!busy) return
      timer = setTimeout(() => void reload().catch(() => undefined), wait)
      wait = Math.min(LONGEST_ASK_MS, wait * 1.6)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  return { open, saving, begin, send, cancel: () => void (open.value = null) }
}
