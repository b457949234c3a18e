import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wantedHeight } from '../../../../widgets/shared/useFrameHeight.ts'

test('the frame grows with its content up to what a screen can show', () => {
  expect(wantedHeight(700, 600, 1080)).toBe(700)
  expect(wantedHeight(4000, 600, 1080)).toBe(820)
  expect(wantedHeight(4000, 820, 1080)).toBeNull()
})

test('a closing panel does not make the card jump, an emptied list does give room back', () => {
  expect(wantedHeight(760, 800, 1080)).toBeNull()
  expect(wantedHeight(500, 800, 1080)).toBe(500)
  expect(wantedHeight(100, 800, 1080)).toBe(480)
})

test('asking again after the answer never changes anything, so the frame cannot grow for ever', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000),
      fc.integer({ min: 100, max: 3000 }),
      fc.integer({ min: 300, max: 2200 }),
      (content, current, screen) => {
        const asked = wantedHeight(content, current, screen) ?? current
        // Where nothing was asked the frame stays as it is, and asking again must stay quiet, too.
        expect(wantedHeight(content, asked, screen)).toBeNull()
      },
    ),
  )
})
