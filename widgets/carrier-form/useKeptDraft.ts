import { onScopeDispose, ref, watch } from 'vue'
import type { Api } from '../shared/api.ts'
import type { FormDraft } from './form-draft.ts'

const PAUSE_MS = 700

/**
 * Keeps what is typed on our server while it is typed, and once more when the page goes: a closed slider, an ended call
 * or a torn connection loses nothing but the last half second.
 */
export function useKeptDraft(draft: FormDraft, api: Api, callId: string | null) {
  const dirty = ref(false)
  const kept = ref(false)
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> = Promise.resolve()

  watch(
    draft,
    () => {
      if (stopped) return
      dirty.value = true
      kept.value = false
      clearTimeout(timer)
      timer = setTimeout(() => void save(), PAUSE_MS)
    },
    { deep: true },
  )

  async function save(isLast = false): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    // Whoever is not heard is typed on: the next pause tries again.
    const answer = api.keepDraft({ callId, draft: { ...draft } }, isLast).then(
      () => true,
      () => false,
    )
    saving = answer.then(() => undefined)
    kept.value = await answer
  }

  const leave = () => {
    if (timer !== undefined) void save(true)
  }
  addEventListener('pagehide', leave)
  onScopeDispose(() => removeEventListener('pagehide', leave))

  return {
    dirty,
    kept,
    /** Nothing typed is kept from now on; resolves when what is under way has arrived: it must not come after the press. */
    async pause(): Promise<void> {
      clearTimeout(timer)
      timer = undefined
      await saving
    },
    /** The press did not arrive: what is typed has to be kept after all. */
    resume(): void {
      if (dirty.value) timer ??= setTimeout(() => void save(), PAUSE_MS)
    },
    /** Sent: the server has thrown the draft away with the press. */
    sent(): void {
      clearTimeout(timer)
      timer = undefined
      dirty.value = false
      kept.value = false
    },
    /** Changes made by us, not by a person. */
    quietly(change: () => void): void {
      stopped = true
      change()
      queueMicrotask(() => {
        stopped = false
      })
    },
  }
}
