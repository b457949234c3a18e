import { type Component, createApp } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language } from '../../contract/codes.ts'
import type { Boot } from '../../contract/session.ts'
import { waitForBoot } from './boot.ts'
import { letEnterChooseOnce } from './enter-once.ts'
import { FrameUnavailableError } from './frame.ts'
import { pageLanguage } from './language.ts'
import { sharedEn } from './messages/en.ts'
import { sharedRu } from './messages/ru.ts'
import { russianForm } from './sentences/plural.ts'
import { bootThroughFrame } from './session.ts'
import { followTheme } from './useTheme.ts'

/** Where a widget starts from: the server's boot, or the fact that there is no portal round the page. */
export type Start = Boot | { state: 'outside' }

type Messages = Record<string, unknown>

/** Boots a widget and puts its page in place of the skeleton. The page component receives `start`. */
export async function startWidget(
  widget: string,
  page: Component,
  messages: Record<Language, Messages>,
): Promise<void> {
  const start = await firstStart(widget)
  const language = 'session' in start ? start.session.language : pageLanguage(location.search, navigator.language)
  document.documentElement.lang = language
  const i18n = createI18n({
    legacy: false,
    locale: language,
    pluralRules: { ru: (count: number, forms: number) => Math.min(russianForm(count), forms - 1) },
    messages: { ru: { ...sharedRu, ...messages.ru }, en: { ...sharedEn, ...messages.en } },
  })
  createApp(page, { start }).use(i18n).mount('#app')
  followTheme()
  letEnterChooseOnce(document)
}

async function firstStart(widget: string): Promise<Start> {
  const boot = await waitForBoot(document)
  // A frame loaded anew may post its old form again, with a token that has died meanwhile: the portal gives a new one.
  const isOver = boot.state === 'refused' && boot.problem.code === 'session_expired'
  if (boot.state !== 'reload' && !isOver) return boot
  if (window.parent === window) return { state: 'outside' }
  try {
    return await bootThroughFrame(widget, isOver)
  } catch (error) {
    const code = error instanceof FrameUnavailableError ? 'portal_unreachable' : 'unexpected'
    return { state: 'refused', problem: { code, message: String(error) } }
  }
}
