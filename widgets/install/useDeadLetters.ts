import { ref, shallowRef } from 'vue'
import type { DeadLetterInput, DeadLettersAnswer } from '../../contract/dead-letters.ts'
import type { Api } from '../shared/api.ts'

/** What the portal refused or never answered, and what an administrator does about it. */
export function useDeadLetters(api: Api) {
  const answer = shallowRef<DeadLettersAnswer | null>(null)
  /** The one being sent again or let go. */
  const busy = ref<string | null>(null)

  /** Throws ApiProblem. */
  async function load(): Promise<void> {
    answer.value = await api.deadLetters()
  }

  /** Throws ApiProblem. */
  async function decide(input: DeadLetterInput): Promise<void> {
    if (busy.value !== null) return
    busy.value = input.key
    try {
      answer.value = await api.decideDeadLetter(input)
    } finally {
      busy.value = null
    }
  }

  return { answer, busy, load, decide }
}
