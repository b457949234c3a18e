import { ref, type Ref } from 'vue'
import { ApiProblem } from '../shared/api.ts'
import { problemSentence } from '../shared/sentences/problem.ts'
import { useLanguage } from '../shared/useLanguage.ts'

export interface Sending {
  /** The sentence to show; empty while nothing went wrong. */
  failure: Ref<string>
  saving: Ref<boolean>
  /** Runs a request. Says whether it came through; the server's no becomes the sentence, anything else is thrown. */
  send(work: () => Promise<void>): Promise<boolean>
}

/** One form's talk with the server. */
export function useSending(): Sending {
  const language = useLanguage()
  const failure = ref('')
  const saving = ref(false)
  return {
    failure,
    saving,
    async send(work) {
      failure.value = ''
      saving.value = true
      try {
        await work()
        return true
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        failure.value = problemSentence(language.value, error.code)
        return false
      } finally {
        saving.value = false
      }
    },
  }
}
