import { english } from './words/english.ts'
import { russian } from './words/russian.ts'

export type WordKey = keyof typeof russian
export type Words = Record<WordKey, string>
export type Language = 'ru' | 'en'

/** The words of the portal's own pages. */
export function wordsIn(language: Language): Words {
  return language === 'ru' ? russian : english
}
