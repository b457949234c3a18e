import { laneKey } from '../geography/lanes.ts'
import { hubAt } from '../geography/towns.ts'
import type { Random } from '../random.ts'
import type { Carrier, Habit } from '../world/carriers.ts'
import type { World } from '../world/world.ts'

/** What people also write where a lane is asked for; no place can be read from it. */
const VAGUE = ['по всей РФ', 'ПФО', 'куда угодно кроме Кавказа', 'Юг']

function lane(from: number, to: number, sign: string): string {
  return `${hubAt(from).name} ${sign} ${hubAt(to).name}`
}

/** The habits he told of, a lane run both ways written once with `↔`; sometimes one more he only wishes for. */
export function directionTexts(world: World, carrier: Carrier, random: Random): string[] {
  const texts: string[] = []
  const told = new Set<number>()
  const has = ({ from, to }: Habit): boolean => carrier.habits.some((one) => one.from === to && one.to === from)
  for (const habit of carrier.habits) {
    const { from, to } = habit
    const certain = carrier.told !== undefined || texts.length === 0
    if (told.has(laneKey(from, to)) || !(certain || random.chance(0.8))) continue
    const both = has(habit)
    told.add(laneKey(from, to))
    if (both) told.add(laneKey(to, from))
    const plain = random.chance(0.06) ? '-' : '—'
    texts.push(lane(from, to, both ? '↔' : plain))
  }
  if (carrier.told) return texts
  if (random.chance(0.25)) {
    const wish = world.laneWheel.draw(random)
    if (!told.has(laneKey(wish.from, wish.to))) texts.push(lane(wish.from, wish.to, '—'))
  }
  if (random.chance(0.03)) texts.push(random.pick(VAGUE))
  return texts
}
