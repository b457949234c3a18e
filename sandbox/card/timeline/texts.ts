import type { Language } from '../words.ts'

/** A text, or texts by language: the reader's own, else English, else whichever comes first. */
export function translated(text: unknown, language: Language): string {
  if (typeof text === 'string' || typeof text === 'number') return String(text)
  if (typeof text !== 'object' || text === null) return ''
  const texts = text as Record<string, unknown>
  return translated(texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '', language)
}

export const asMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
