import { CARRIERS } from '../cast.ts'
import { dayOf, dayText, minuteAt, momentText } from '../days.ts'
import { town } from '../geography/towns.ts'
import { Random } from '../random.ts'
import type { Carrier, Habit } from './carriers.ts'
import { makeVehicle } from './vehicles.ts'

type Part = Partial<Carrier> & Pick<Carrier, 'id' | 'name'>

/** Both ways, the way out a little more often. */
function between(a: string, b: string, weight = 1): Habit[] {
  const [from, to] = [town(a).hub, town(b).hub]
  return [
    { from, to, weight },
    { from: to, to: from, weight: weight * 0.8 },
  ]
}

function fleet(id: number, body: string, size: number): Carrier['vehicles'] {
  const random = new Random(id)
  return Array.from({ length: size }, () => makeVehicle(random, body, 20))
}

function carrier(part: Part): Carrier {
  return {
    form: part.name.startsWith('ИП') ? 'entrepreneur' : 'company',
    home: town('Казань').hub,
    habits: between('Москва', 'Казань'),
    vehicles: fleet(part.id, 'tent', 2),
    adr: [],
    regime: 'general',
    dear: 1,
    activity: 5,
    since: 0,
    until: Infinity,
    inBase: true,
    told: {},
    phones: [`+794300000${part.id}`],
    ...part,
  }
}

/** Carriers tests and the demonstration call by name: all live round Москва — Казань. */
export function castCarriers(todayText: string): Carrier[] {
  const today = dayOf(todayText)
  const passed = { SECURITY: 'passed', SECURITY_ON: dayText(today - 60), STATE: 'active' }
  return [
    carrier({
      id: CARRIERS.volgaTrans,
      name: 'ООО «Волга-Транс»',
      vehicles: fleet(CARRIERS.volgaTrans, 'reefer', 4),
      activity: 12,
      told: { ...passed, PREFERRED: true, NOW_PLACE: 'Москва', NOW_AT: momentText(minuteAt(today - 1, 18 * 60)) },
    }),
    carrier({
      id: CARRIERS.sidorov,
      name: 'ИП Сидоров',
      regime: 'none',
      activity: 12,
      told: { ...passed, FREE_PLACE: 'г. Москва', FREE_ON: dayText(today + 1) },
    }),
    carrier({
      id: CARRIERS.kamskiyPut,
      name: 'ООО «Камский путь»',
      told: { STATE: 'stop', SECURITY: 'failed', SECURITY_ON: dayText(today - 40) },
    }),
    carrier({
      id: CARRIERS.zavolzhye,
      name: 'ООО «Заволжье Авто»',
      told: { ...passed, STATE: 'paused', PAUSED_UNTIL: dayText(today + 14) },
    }),
    carrier({ id: CARRIERS.molchanov, name: 'ИП Молчанов', regime: '5', told: passed, phones: [] }),
    carrier({
      id: CARRIERS.himtrans,
      name: 'ООО «Химтранс»',
      adr: ['3', '8', '9'],
      activity: 8,
      told: { ...passed, ADR: ['3', '8', '9'], ADR_UNTIL: dayText(today + 300) },
    }),
    carrier({
      id: CARRIERS.tyazhelovoz,
      name: 'ООО «Тяжеловоз»',
      home: town('Екатеринбург').hub,
      habits: between('Екатеринбург', 'Тюмень'),
      vehicles: fleet(CARRIERS.tyazhelovoz, 'lowboy', 2),
      told: passed,
    }),
    carrier({
      id: CARRIERS.stepLogistik,
      name: 'ТОО «Степь Логистик»',
      form: 'kazakh',
      home: town('Алматы').hub,
      habits: [...between('Москва', 'Алматы'), ...between('Казань', 'Алматы', 0.5)],
      regime: 'none',
      phones: ['+7 700 000 00 18'],
      told: { ...passed, FREE_PLACE: 'Казань', FREE_ON: dayText(today + 1) },
    }),
    carrier({
      id: CARRIERS.dorogin,
      name: 'ИП Дорогин',
      regime: 'none',
      dear: 1.12,
      told: { ...passed, DO_NOT_USE: true, DO_NOT_USE_REASON: 'Сорвал две загрузки подряд: машину не подал' },
    }),
    carrier({ id: CARRIERS.okaExpress, name: 'ООО «Ока-Экспресс»', inBase: false, activity: 8 }),
    carrier({
      id: CARRIERS.severnyTent,
      name: 'ООО «Северный тент»',
      regime: '7',
      habits: [...between('Санкт-Петербург', 'Москва'), ...between('Москва', 'Казань', 0.6)],
      told: { ...passed, OPTED_OUT_ON: dayText(today - 20) },
    }),
  ]
}

/** A name no page may ever render as markup. */
export function hostileCarrier(): Carrier {
  return carrier({
    id: CARRIERS.hostile,
    name: `<b>"Рога" & 'копыта'</b>`,
    told: { STATE: 'active', SECURITY: 'unknown' },
  })
}
