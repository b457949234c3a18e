import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inlineJson } from '../../../../server/api/pages/inline-json.ts'

test('whatever stands in a name, the block stays one block and says the same', () => {
  const hostile = fc.constantFrom('</script>', '<!--', '<script>', ']]>', '\u2028', '\u2029', '&lt;', '"', '\\')
  const name = fc.array(fc.oneof(hostile, fc.string())).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.dictionary(name, name), (value) => {
      const text = inlineJson(value)
      expect(text).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
