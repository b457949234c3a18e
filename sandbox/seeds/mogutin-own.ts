import { makeMogutin } from './mogutin.ts'
import { ownPortal } from './own/own-portal.ts'
import type { MakeSeed } from './seed.ts'

/** The forwarder of `mogutin` in a portal of its own making: nothing in it is called as we would call it. */
export const makeMogutinOwn: MakeSeed = (options) => ownPortal('mogutin-own', makeMogutin(options), options.today)
