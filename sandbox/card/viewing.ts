import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Desk } from './desk.ts'
import { entitiesOf, isLanguage } from './entities.ts'
import type { Entity } from './entities.ts'
import type { Person } from './person.ts'
import { wordsIn } from './words.ts'
import type { Language, Words } from './words.ts'

/** One look at one page: who looks, in which language, and in which frame. */
export interface Viewing {
  viewer: Person
  language: Language
  words: Words
  entities: Entity[]
  /** The page stands in a slider: neither left menu nor top bar. */
  slider: boolean
  theme: 'light' | 'dark'
  path: string
  nowMs: number
}

export const USER_COOKIE = 'sandbox_user'
const LANGUAGE_COOKIE = 'sandbox_language'
const THEME_COOKIE = 'sandbox_theme'
const KEPT = { path: '/', sameSite: 'Lax', maxAge: 30 * 24 * 60 * 60 } as const

/**
 * Reads who is signed in (`?as=`, else the cookie, else the administrator), the language and the theme, and keeps
 * what the query said. A page in a slider belongs to the page below it, so it changes nobody's cookies.
 */
export function viewingOf(context: Context, desk: Desk): Viewing {
  const slider = context.req.query('IFRAME') === 'Y'
  const viewer = personOf(desk, context.req.query('as')) ?? personOf(desk, getCookie(context, USER_COOKIE))
  const asked = context.req.query('lang')
  const kept = getCookie(context, LANGUAGE_COOKIE)
  const language = isLanguage(asked) ? asked : isLanguage(kept) ? kept : desk.language
  const theme = (context.req.query('theme') ?? getCookie(context, THEME_COOKIE)) === 'dark' ? 'dark' : 'light'
  const found = viewer ?? desk.admin()
  if (!slider) {
    if (context.req.query('as')) setCookie(context, USER_COOKIE, String(found.id), KEPT)
    if (isLanguage(asked)) setCookie(context, LANGUAGE_COOKIE, asked, KEPT)
    if (context.req.query('theme')) setCookie(context, THEME_COOKIE, theme, KEPT)
  }
  return viewingFor(desk, found, { language, theme, slider, path: context.req.path })
}

/** The same for the page's own requests, which name the person themselves. */
export function viewingFor(
  desk: Desk,
  viewer: Person,
  rest: Pick<Viewing, 'language'> & Partial<Pick<Viewing, 'theme' | 'slider' | 'path'>>,
): Viewing {
  const words = wordsIn(rest.language)
  const entities = entitiesOf(words, desk.processes())
  return { theme: 'light', slider: false, path: '/', ...rest, viewer, words, entities, nowMs: desk.now() }
}

/** Keeps who is signed in for the pages opened after this one. */
export function signIn(context: Context, userId: number): void {
  setCookie(context, USER_COOKIE, String(userId), KEPT)
}

function personOf(desk: Desk, id: string | undefined): Person | undefined {
  return id === undefined ? undefined : desk.people().find((person) => person.active && person.id === Number(id))
}
