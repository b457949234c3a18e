import type { Language, Words } from '../words.ts'

interface PageData {
  company: string
  address: string
  language: Language
  theme: 'light' | 'dark'
  words: Words
}

/** What the server has put into the page. */
export const page = JSON.parse(document.body.dataset['page'] ?? '{}') as PageData
export const { words } = page

/** `12:04:31.250` in the browser's zone. */
export function clock(iso: string): string {
  const at = new Date(iso)
  return `${at.toLocaleTimeString('ru-RU')}.${String(at.getMilliseconds()).padStart(3, '0')}`
}
