import { makePortal } from './portal.ts'
import { SMALL_STAFF } from './people/staff.ts'
import type { MakeSeed } from './seed.ts'
import { castCarriers, hostileCarrier } from './world/cast-carriers.ts'
import { scaled, SMALL_SIZE } from './world/size.ts'

/** The same portal with a handful of everything, for quick tests; one carrier's name is hostile HTML. */
export const makeSmall: MakeSeed = ({ today, scale }) =>
  makePortal({
    name: 'small',
    today,
    scale,
    size: scaled(SMALL_SIZE, scale),
    staff: SMALL_STAFF,
    castCarriers: [...castCarriers(today), hostileCarrier()],
  })
