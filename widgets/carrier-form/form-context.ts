import { inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { CaptureStart } from '../../contract/capture.ts'
import type { Language } from '../../contract/codes.ts'
import type { Api } from '../shared/api.ts'
import type { FormDraft } from './form-draft.ts'
import type { FieldName } from './to-capture.ts'

/** What every part of the form needs: what is typed, what is wrong, and who to ask. */
export interface FormContext {
  api: Api
  language: ComputedRef<Language>
  start: Ref<CaptureStart>
  draft: FormDraft
  fault(field: FieldName): string | false
}

const key: InjectionKey<FormContext> = Symbol('carrier-form')

export function provideForm(context: FormContext): void {
  provide(key, context)
}

/** Throws when used outside the form: a part without its context cannot work. */
export function useForm(): FormContext {
  const context = inject(key)
  if (!context) throw new Error('A part of the Carrier form stands outside of it')
  return context
}
