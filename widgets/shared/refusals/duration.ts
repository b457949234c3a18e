import type { Language } from '../../../contract/codes.ts'
import { number } from '../sentences/numbers.ts'

/** «12 мин», «5 ч», «2 дня» in short: how long a card stood somewhere. */
export function durationShort(language: Language, seconds: number): string {
  const ru = language === 'ru'
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))}\u00A0${ru ? 'мин' : 'min'}`
  if (seconds < 2 * 86_400) return `${Math.round(seconds / 3600)}\u00A0${ru ? 'ч' : 'h'}`
  return `${Math.round(seconds / 86_400)}\u00A0${ru ? 'дн.' : 'd'}`
}

/** «5 %»; shares below a tenth keep one decimal. */
export function shareText(language: Language, share: number): string {
  return `${number(language, share * 100, Math.abs(share) < 0.1 ? 1 : 0)}\u00A0%`
}
