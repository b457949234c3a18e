import { ref } from 'vue'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

const STORAGE_KEY = 'reis-theme'

/** The reader's own theme: the portal passes none. `public/theme.js` applies it before the first paint. */
export function useTheme() {
  const theme = ref<Theme>(stored())

  function choose(next: Theme): void {
    theme.value = next
    try {
      localStorage.setItem(STORAGE_KEY, next)
    } catch {
      // Storage closed to frames: the choice then holds until the page is closed.
    }
    apply(next)
  }

  return { theme, choose }
}

/**
 * Follows the system's theme while the reader chose «system», and a choice made in another of our frames. Paper is
 * white, whatever the screen is.
 */
export function followTheme(): void {
  window.addEventListener('beforeprint', () => wear(false))
  window.addEventListener('afterprint', () => apply(stored()))
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(stored()))
  window.addEventListener('storage', (event) => {
    if (event.key === STORAGE_KEY) apply(stored())
  })
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(STORAGE_KEY)
    return THEMES.find((theme) => theme === value) ?? 'light'
  } catch {
    return 'light'
  }
}

function apply(theme: Theme): void {
  wear(theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches))
}

function wear(dark: boolean): void {
  document.documentElement.classList.toggle('dark', dark)
  document.documentElement.classList.toggle('light', !dark)
}
