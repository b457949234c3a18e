import type { Language } from '../../contract/codes.ts'

/** The language of a page that has no session yet: the portal passes LANG in the query; else the browser's own. */
export function pageLanguage(query: string, browser: string): Language {
  const wanted = (new URLSearchParams(query).get('LANG') ?? browser).toLowerCase()
  return /^(ru|be|by|kz|kk|ua|uk|uz)/.test(wanted) ? 'ru' : 'en'
}
