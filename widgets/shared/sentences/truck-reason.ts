import type { Language } from '../../../contract/codes.ts'
import type { Reason } from '../../../contract/carriers.ts'
import { longDay } from './dates.ts'
import { kilometres, metres, volume, weight } from './numbers.ts'

/** «в 38 км от загрузки», «в месте загрузки». */
export function fromLoading(language: Language, offKm: number): string {
  if (offKm < 1) return language === 'ru' ? 'в месте загрузки' : 'at the loading place'
  const far = kilometres(language, offKm)
  return language === 'ru' ? `в ${far} от загрузки` : `${far} from loading`
}

/** «Разгрузится у нас 26 ноября в 38 км от загрузки: заявка № 7, Казань → Подольск». */
export function soonEmptyText(language: Language, reason: Extract<Reason, { kind: 'soon_empty' }>): string {
  const ru = language === 'ru'
  const { orderId, certainty } = reason
  const day = longDay(language, reason.on)
  const order = `${fromLoading(language, reason.offKm)}: ${ru ? 'заявка №' : 'order'}\u00A0${orderId}, ${reason.from} → ${reason.place}`
  if (certainty === 'unloaded') return `${ru ? 'Разгрузился у нас' : 'Unloaded for us on'} ${day} ${order}`
  if (certainty === 'planned') return `${ru ? 'Разгрузится у нас' : 'Unloads for us on'} ${day} ${order}`
  return `${ru ? 'Разгрузится у нас около' : 'Unloads for us about'} ${day} ${order}`
}

/** The load is his way back. */
export function returnLegText(language: Language, reason: Extract<Reason, { kind: 'return_leg' }>): string {
  const home = reason.home + offHome(language, reason.offKm)
  if (reason.via === 'truck')
    return language === 'ru'
      ? `Обратка: машина здесь и едет обратно туда же, куда груз (${home})`
      : `Return leg: the truck is here and goes back where the load goes (${home})`
  return language === 'ru'
    ? `Обратка: база там, куда идёт груз (${home}), а заявлен только путь сюда`
    : `Return leg: based where the load goes (${home}), with only the way here declared`
}

type PartLoad = Extract<Reason, { kind: 'part_load' }>

/** «Догруз: 26 ноября едет мимо с заявкой № 7, Казань → Подольск, крюк 12 км, свободно 8 т». */
export function partLoadRussian(reason: PartLoad): string {
  const lane = `${reason.from} → ${reason.to}${detour('ru', reason.detourKm)}`
  const agreed = reason.agreed ? '' : '; догруз в той заявке не отмечен'
  return `Догруз: ${longDay('ru', reason.on)} едет мимо с заявкой №\u00A0${reason.orderId}, ${lane}, ${roomText('ru', reason)}${agreed}`
}

export function partLoadEnglish(reason: PartLoad): string {
  const lane = `${reason.from} → ${reason.to}${detour('en', reason.detourKm)}`
  const agreed = reason.agreed ? '' : '; that order does not say a part load is fine'
  return `Part load: passes on ${longDay('en', reason.on)} with order\u00A0${reason.orderId}, ${lane}, ${roomText('en', reason)}${agreed}`
}

/** «свободно 8 т, 40 м³»; what nobody can work out is left out, and said where it is all of it. */
function roomText(language: Language, { freeKg, freeM3, freeM }: PartLoad): string {
  const parts: string[] = []
  if (freeKg !== null) parts.push(weight(language, freeKg))
  if (freeM3 !== null) parts.push(volume(language, freeM3))
  if (freeM !== null) parts.push(`${metres(language, freeM)}${language === 'ru' ? ' пола' : ' of floor'}`)
  if (parts.length === 0) return language === 'ru' ? 'сколько места, неизвестно' : 'room unknown'
  return `${language === 'ru' ? 'свободно' : 'free:'} ${parts.join(', ')}`
}

/** «, крюк 12 км». */
export function detour(language: Language, km: number): string {
  if (km < 1) return language === 'ru' ? ', без крюка' : ', no detour'
  return language === 'ru' ? `, крюк ${kilometres('ru', km)}` : `, detour ${kilometres('en', km)}`
}

function offHome(language: Language, km: number): string {
  if (km < 1) return ''
  return language === 'ru' ? `, ${kilometres('ru', km)} от выгрузки` : `, ${kilometres('en', km)} from unloading`
}
