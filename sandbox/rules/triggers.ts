import type { Trigger } from '../state/automation.ts'
import { accessDenied, withoutCode, type RestError } from './errors.ts'
import type { Call } from './method.ts'
import { anyCase, toText } from './params.ts'

export const triggerContext = (): RestError => accessDenied('Access denied! Application context required')
export const triggerAdmin = (): RestError => accessDenied('Access denied! Admin permissions required')

/** The code of a trigger. Throws in the module's words. */
export function triggerCode(call: Call): string {
  const code = toText(anyCase(call.params, 'CODE'))
  if (code === '') throw withoutCode('Empty trigger code!')
  if (!/^[a-z0-9.\-_]+$/i.test(code)) throw withoutCode('Wrong trigger code!')
  return code
}

export const findTrigger = (call: Call, code: string): Trigger | null =>
  call.portal.state.automation.triggers.marked(code)[0] ?? null
