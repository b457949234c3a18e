import type { Language } from '../../../contract/codes.ts'
import { number } from './numbers.ts'

/** «12,3 %», “12.3%” from a share; a dash where there is none: an unknown share is not zero. */
export function percent(language: Language, share: number | null): string {
  if (share === null) return '—'
  const text = number(language, share * 100, 1).replace('-', '−')
  return language === 'ru' ? `${text}\u00A0%` : `${text}%`
}
