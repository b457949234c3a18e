import { expect, test, vi } from 'vitest'
import { rememberReadings } from '../../../server/places/remember-readings.ts'
import type { Resolution } from '../../../server/places/resolve.ts'

test('a text is read once, a long one each time, and not all texts ever typed are kept', () => {
  const read = vi.fn<(text: string) => Resolution>(() => ({ state: 'empty' }))
  const remembered = rememberReadings(read)
  remembered('Казань')
  remembered('Казань')
  expect(read).toHaveBeenCalledTimes(1)
  const long = 'Казань, '.repeat(30)
  remembered(long)
  remembered(long)
  expect(read).toHaveBeenCalledTimes(3)
  for (let number = 0; number < 2000; number++) remembered(`склад ${number}`)
  remembered('Казань')
  expect(read).toHaveBeenCalledTimes(3 + 2000 + 1)
})
