import { describe, expect, test } from 'vitest'
import { mergePlaces, parsePlaces } from '../../../server/places/parse-places.ts'
import { gazetteer, place } from './knowledge.ts'

const HEADER = 'id\tname\taliases\tregion\tcountry\tlat\tlon\tpopulation'
const KLIN = '547560\tКлин\tKlin\tМосковская область\tRU\t56.3333\t36.7333\t80778'

describe('the gazetteer file', () => {
  test('is read by columns; comments and the header are passed over', () => {
    expect(parsePlaces(`# ours\n${HEADER}\n${KLIN}\n`)).toEqual([
      {
        id: 547560,
        name: 'Клин',
        aliases: ['Klin'],
        region: 'Московская область',
        country: 'RU',
        lat: 56.3333,
        lon: 36.7333,
        population: 80778,
        timeZone: 'Europe/Moscow',
      },
    ])
  })

  test.each([
    ['a missing column', '1\tКлин\t\tМосковская область\tRU\t56\t36'],
    ['an id that is no number', 'a\tКлин\t\tМосковская область\tRU\t56\t36\t0'],
    ['no name', '1\t\t\tМосковская область\tRU\t56\t36\t0'],
    ['a latitude off the globe', '1\tКлин\t\tМосковская область\tRU\t156\t36\t0'],
    ['no longitude', '1\tКлин\t\tМосковская область\tRU\t56\t\t0'],
    ['a population that is no number', '1\tКлин\t\tМосковская область\tRU\t56\t36\tmany'],
  ])('with %s is refused by line', (_, row) => {
    expect(() => parsePlaces(`${HEADER}\n${row}`)).toThrow('line 2')
  })

  test('our rows add aliases to known places and bring new ones', () => {
    const base = parsePlaces(KLIN)
    const extra = parsePlaces(
      '547560\tКлин\tКлинск\tx\tRU\t0\t0\t0\n-1\tЯмуга\t\tМосковская область\tRU\t56.4\t36.7\t2000',
    )
    const merged = mergePlaces(base, extra)
    expect(merged.map(({ id }) => id)).toEqual([547560, -1])
    expect(merged[0]).toMatchObject({ region: 'Московская область', aliases: ['Klin', 'Клинск'] })
  })
})

describe('the shipped gazetteer', () => {
  test('has every id once', () => {
    expect(new Set(gazetteer.all.map(({ id }) => id)).size).toBe(gazetteer.all.length)
  })

  test('finds places by id, and says so when there is none', () => {
    expect(gazetteer.byId(524901)?.name).toBe('Москва')
    expect(gazetteer.byId(0)).toBeNull()
  })

  test('knows the logistics parks that the source lacks', () => {
    for (const [name, region] of [
      ['Ворсино', 'Калужская область'],
      ['Белый Раст', 'Московская область'],
      ['Коледино', 'Московская область'],
      ['Уткина Заводь', 'Ленинградская область'],
    ] as const) {
      expect(place(name, region).id).toBeLessThan(0)
    }
  })

  test.each([
    ['Калининград', 'Калининградская область', 'Europe/Kaliningrad'],
    ['Москва', 'Москва', 'Europe/Moscow'],
    ['Самара', 'Самарская область', 'Europe/Samara'],
    ['Екатеринбург', 'Свердловская область', 'Asia/Yekaterinburg'],
    ['Новосибирск', 'Новосибирская область', 'Asia/Novosibirsk'],
    ['Якутск', 'Республика Саха (Якутия)', 'Asia/Yakutsk'],
    ['Верхоянск', 'Республика Саха (Якутия)', 'Asia/Vladivostok'],
    ['Петропавловск-Камчатский', 'Камчатский край', 'Asia/Kamchatka'],
    ['Алматы', 'Алматы', 'Asia/Almaty'],
    ['Минск', 'Минск', 'Europe/Minsk'],
  ])('%s (%s) keeps %s', (name, region, zone) => expect(place(name, region).timeZone).toBe(zone))

  test('names only time zones that exist', () => {
    for (const zone of new Set(gazetteer.all.map(({ timeZone }) => timeZone))) {
      expect(() => new Intl.DateTimeFormat('ru', { timeZone: zone })).not.toThrow()
    }
  })
})

describe('search as you type', () => {
  test.each([
    ['екат', 'Екатеринбург'],
    ['Ниж', 'Нижний Новгород'],
    ['нижний та', 'Нижний Тагил'],
    ['моск', 'Москва'],
    ['спб', 'Санкт-Петербург'],
    ['kazan', 'Казань'],
    ['набережные', 'Набережные Челны'],
    ['ростов', 'Ростов-на-Дону'],
    ['бел раст', 'Белый Раст'],
  ])('%s → %s among the first', (query, name) => {
    expect(gazetteer.search(query, 5).map((found) => found.name)).toContain(name)
  })

  test('a region narrows it down', () => {
    expect(gazetteer.search('киров калуж', 3)[0]).toMatchObject({ name: 'Киров', region: 'Калужская область' })
  })

  test('gives as many as asked and nothing for nothing', () => {
    expect(gazetteer.search('кра', 4)).toHaveLength(4)
    expect(gazetteer.search('', 5)).toEqual([])
    expect(gazetteer.search('моск', 0)).toEqual([])
  })
})
