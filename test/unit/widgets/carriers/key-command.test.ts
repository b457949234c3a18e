// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { isTyping, keyCommand, type KeyPress } from '../../../../widgets/carriers/key-command.ts'

const press = (key: string, code: string, change: Partial<KeyPress> = {}) =>
  keyCommand({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change })

test('letters work in the Russian layout, too', () => {
  expect(press('p', 'KeyP')).toBe('offer')
  expect(press('з', 'KeyP')).toBe('offer')
  expect(press('с', 'KeyC')).toBe('call')
  expect(press('о', 'KeyJ')).toBe('next')
  expect(press('л', 'KeyK')).toBe('previous')
  expect(press('к', 'KeyR')).toBe('outcome')
})

test('search and help are found on either layout', () => {
  expect(press('/', 'Slash')).toBe('search')
  expect(press('.', 'Slash')).toBe('search')
  expect(press('?', 'Slash', { shiftKey: true })).toBe('help')
  expect(press('?', 'Digit7', { shiftKey: true })).toBe('help')
})

test('what belongs to the browser stays the browser’s', () => {
  expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull()
  expect(press('r', 'KeyR', { metaKey: true })).toBeNull()
  expect(press('P', 'KeyP', { shiftKey: true })).toBeNull()
  expect(press('x', 'KeyX')).toBeNull()
})

test('typing into a field is typing', () => {
  expect(isTyping(document.createElement('input'))).toBe(true)
  expect(isTyping(document.createElement('button'))).toBe(false)
  expect(isTyping(null)).toBe(false)
})
