import { useToast } from '@bitrix24/b24ui-nuxt/composables/useToast'
import { ApiProblem } from './api.ts'
import { FrameUnavailableError } from './frame.ts'
import { problemSentence } from './sentences/problem.ts'
import { useLanguage } from './useLanguage.ts'

/** Short messages over the list: what happened and what is safe. */
export function useToasts() {
  const toast = useToast()
  const language = useLanguage()

  function problem(error: unknown): void {
    toast.add({ title: problemText(error), color: 'air-primary-alert' })
  }

  function problemText(error: unknown): string {
    if (error instanceof ApiProblem) return problemSentence(language.value, error.code)
    if (error instanceof FrameUnavailableError) return problemSentence(language.value, 'portal_unreachable')
    return problemSentence(language.value, 'unexpected')
  }

  function done(title: string): void {
    toast.add({ title, color: 'air-primary-success' })
  }

  function warning(title: string): void {
    toast.add({ title, color: 'air-primary-warning' })
  }

  return { problem, problemText, done, warning }
}
