import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '../../contract/codes.ts'

/** The reader's language, for the sentence functions. */
export function useLanguage(): ComputedRef<Language> {
  const { locale } = useI18n()
  return computed(() => (locale.value === 'ru' ? 'ru' : 'en'))
}
