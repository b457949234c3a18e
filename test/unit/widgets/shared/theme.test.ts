// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followTheme, useTheme } from '../../../../widgets/shared/useTheme.ts'

const script = readFileSync('widgets/public/theme.js', 'utf8')
let systemIsDark = false

/** The blocking script of the page's head, run as the browser runs it. */
function firstPaint(): string {
  new Function(script)()
  return document.documentElement.className
}

beforeEach(() => {
  localStorage.clear()
  document.documentElement.className = 'light'
  window.matchMedia = () => ({ matches: systemIsDark, addEventListener: () => undefined }) as unknown as MediaQueryList
})
afterEach(() => {
  systemIsDark = false
})

test('a page is light until somebody chooses otherwise, even on a dark system', () => {
  systemIsDark = true
  expect(firstPaint()).toBe('light')
})

test('a chosen theme is there before the first paint of the next page', () => {
  useTheme().choose('dark')
  expect(document.documentElement.className).toBe('dark')
  document.documentElement.className = 'light'
  expect(firstPaint()).toBe('dark')
})

test('the system decides when it was asked to', () => {
  useTheme().choose('system')
  expect(firstPaint()).toBe('light')
  systemIsDark = true
  expect(firstPaint()).toBe('dark')
})

test('a value nobody knows is light', () => {
  localStorage.setItem('reis-theme', 'purple')
  expect(firstPaint()).toBe('light')
  expect(useTheme().theme.value).toBe('light')
})

test('what is printed is light, and the screen is as it was afterwards', () => {
  useTheme().choose('dark')
  followTheme()
  window.dispatchEvent(new Event('beforeprint'))
  expect(document.documentElement.className).toBe('light')
  window.dispatchEvent(new Event('afterprint'))
  expect(document.documentElement.className).toBe('dark')
})
