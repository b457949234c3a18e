import type { Language } from '../../../contract/codes.ts'
import type { Whereabouts } from '../../../contract/carriers.ts'
import { ago, type Clock, daysSince, shortDay } from './dates.ts'
import { kilometres } from './numbers.ts'

/** Where the truck is or will be: «Подольск, 38 км · сегодня», «свободен 27.11: Казань, 5 км», «база: Тверь». */
export function whereaboutsSentence(language: Language, where: Whereabouts, clock: Clock): string {
  const ru = language === 'ru'
  const far = where.offKm == null || where.offKm < 1 ? '' : `, ${kilometres(language, where.offKm)}`
  switch (where.kind) {
    case 'now':
      return `${where.place}${far} · ${ago(language, daysSince(where.at, clock))}`
    case 'free':
      return `${ru ? 'свободен' : 'free'} ${shortDay(language, where.on, clock)}: ${where.place}${far}`
    case 'home':
      return `${ru ? 'база' : 'base'}: ${where.place}${far}`
  }
}
