import { makePortal } from './portal.ts'
import type { MakeSeed } from './seed.ts'
import { castCarriers } from './world/cast-carriers.ts'
import { MOGUTIN_SIZE, scaled } from './world/size.ts'

/** A forwarder of thirty people with two years of trade behind it. */
export const makeMogutin: MakeSeed = ({ today, scale }) =>
  makePortal({
    name: 'mogutin',
    today,
    scale,
    size: scaled(MOGUTIN_SIZE, scale),
    castCarriers: castCarriers(today),
  })
