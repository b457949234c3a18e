import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bbCode } from '../../../../sandbox/card/bb-code.ts'

const shown = (text: string): string => String(bbCode(text))

test('bold, italic and underline are shown', () => {
  expect(shown('[b]Срочно[/b] [i]до обеда[/i] [u]завтра[/u]')).toBe('<b>Срочно</b> <i>до обеда</i> <u>завтра</u>')
})

test('a link opens elsewhere, a link into the portal stays in it', () => {
  expect(shown('[url=https://ati.example/1]груз[/url]')).toBe(
    '<a href="https://ati.example/1" target="_blank" rel="noopener noreferrer">груз</a>',
  )
  expect(shown('[url=/crm/company/details/4/]ООО[/url]')).toBe('<a href="/crm/company/details/4/">ООО</a>')
  expect(shown('[url]https://ati.example[/url]')).toContain('href="https://ati.example"')
})

test('a mention leads to the colleague', () => {
  expect(shown('[user=4]Пётр[/user]')).toBe('<a href="/company/personal/user/4/">Пётр</a>')
})

test('a link to a script or to another host in disguise is only text', () => {
  expect(shown('[url=javascript:alert(1)]x[/url]')).toBe('<span>x</span>')
  expect(shown('[url=//evil.example]x[/url]')).toBe('<span>x</span>')
  expect(shown(String.raw`[url=/\evil.example]x[/url]`)).toBe('<span>x</span>')
})

test('tags left open are closed, tags that close nothing are left out', () => {
  expect(shown('[b]раз [i]два')).toBe('<b>раз <i>два</i></b>')
  expect(shown('раз[/b][/url]')).toBe('раз')
})

test('lines stay lines', () => {
  expect(shown('раз\nдва')).toBe('раз<br>два')
})

test('no text makes markup of its own', () => {
  const piece = fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '"',
    "'",
    '[url=',
    ']',
    '[b]',
    '[/b]',
    '[/url]',
    'http://a',
    '&',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = shown(pieces.join(''))
      const ours = /<\/?(b|i|u|s|span)>|<br>|<a href="[^"<>]*"( target="_blank" rel="noopener noreferrer")?>|<\/a>/g
      expect(html.replaceAll(ours, '')).not.toMatch(/[<>"]/)
    }),
  )
})
