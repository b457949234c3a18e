import { DEPARTMENTS } from '../../sandbox/seeds/people/departments.ts'
import { makePortal } from '../../sandbox/seeds/portal.ts'
import type { MakeSeed } from '../../sandbox/seeds/seed.ts'
import { castCarriers } from '../../sandbox/seeds/world/cast-carriers.ts'
import { SMALL_SIZE, scaled } from '../../sandbox/seeds/world/size.ts'

/** A small trade with forty requests being worked on, and thirty people each of whom may do everything. */
export const makeChaosSeed: MakeSeed = ({ today, scale }) => {
  const size = { ...SMALL_SIZE, open: 40, carriers: 60 }
  const seed = makePortal({ name: 'chaos', today, scale, size: scaled(size, scale), castCarriers: castCarriers(today) })
  const users = seed.users.map((user) => ({ ...user, departmentIds: [...user.departmentIds, DEPARTMENTS.board] }))
  return { ...seed, users }
}
