import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMessage, writeAnswer } from '../../../../../sandbox/card/client/wire.ts'

test('a command without params is name, key and sid', () => {
  expect(readMessage('getInitData:K:S')).toEqual({ command: 'getInitData', params: null, key: 'K', sid: 'S' })
})

test('params may hold colons of their own', () => {
  const params = { path: 'http://a.example:80/?q=1:2', text: 'в 10:30' }
  expect(readMessage(`openPath:${JSON.stringify(params)}:K:S`)?.params).toEqual(params)
})

test('params that are not JSON are handed on as they came', () => {
  expect(readMessage('setValue:раз:два:K:S')).toEqual({ command: 'setValue', params: 'раз:два', key: 'K', sid: 'S' })
})

test('a command whose name holds a colon comes as an object', () => {
  const data = { method: 'ui:open', params: { a: 1 }, callback: 'K', appSid: 'S' }
  expect(readMessage(data)).toEqual({ command: 'ui:open', params: { a: 1 }, key: 'K', sid: 'S' })
})

test('what other senders post is nobody’s command', () => {
  for (const data of [null, 5, '', 'hello', ':', {}, { method: 'x' }, ['a']]) expect(readMessage(data)).toBeNull()
})

test('any params survive the way there, and any result the way back', () => {
  const jsonObject = fc.dictionary(fc.string(), fc.jsonValue())
  fc.assert(
    fc.property(jsonObject, (params) => {
      const text = JSON.stringify(params)
      expect(readMessage(`cmd:${text}:K:S`)?.params).toEqual(JSON.parse(text))
      expect(writeAnswer('K', params)).toBe(`K:${text}`)
    }),
  )
})

test('an empty answer is the key and a colon', () => {
  expect(writeAnswer('K', undefined)).toBe('K:')
})
