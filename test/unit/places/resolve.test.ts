import { describe, expect, test } from 'vitest'
import { CONFIDENT } from '../../../server/places/resolve.ts'
import { gazetteer, place, proposed } from './knowledge.ts'

/** «known: Казань, Республика Татарстан». */
function answerTo(text: string): string {
  return `${gazetteer.resolve(text).state}: ${proposed(text)}`
}

/** The places a person would choose from, as regions. */
function otherRegions(text: string): string[] {
  const answer = gazetteer.resolve(text)
  return 'alternatives' in answer ? answer.alternatives.map(({ region }) => region) : []
}

function confidence(text: string): number {
  const answer = gazetteer.resolve(text)
  return 'confidence' in answer ? answer.confidence : 0
}

describe('a text that means one place is known', () => {
  test.each([
    ['plain', 'Череповец', 'Череповец', 'Вологодская область'],
    ['without ё', 'Щекино, Тульская обл.', 'Щёкино', 'Тульская область'],
    ['upper case', 'ТЮМЕНЬ', 'Тюмень', 'Тюменская область'],
    [
      'a full address, general to particular',
      '152900, Ярославская обл, Рыбинск г, Луначарского ул, дом 7',
      'Рыбинск',
      'Ярославская область',
    ],
    [
      'a full address, words after names',
      'Свердловская обл, Первоуральск г, Вайнера ул, 2',
      'Первоуральск',
      'Свердловская область',
    ],
    ['region by a short word', 'Балабаново Калуж. обл.', 'Балабаново', 'Калужская область'],
    ['region by an adjective alone', 'Губкин Белгородская', 'Губкин', 'Белгородская область'],
    ['region by an adjective that is a village too', 'Артём Приморский', 'Артём', 'Приморский край'],
    ['the same where the village is larger than most', 'Бийск, Алтайский', 'Бийск', 'Алтайский край'],
    ['region in one word with its kind', 'Керчь Крым', 'Керчь', 'Крым'],
    ['region by an abbreviation', 'Ступино МО', 'Ступино', 'Московская область'],
    ['region glued', 'Ленобласть, Кингисепп', 'Кингисепп', 'Ленинградская область'],
    ['region of two words', 'Волжск Марий Эл', 'Волжск', 'Республика Марий Эл'],
    ['a republic known by another word', 'Ишимбай (Башкирия)', 'Ишимбай', 'Республика Башкортостан'],
    ['an autonomous district', 'ХМАО-Югра, г. Когалым', 'Когалым', 'Ханты-Мансийский АО'],
    ['a country', 'Караганда, Казахстан', 'Караганда', 'Карагандинская область'],
    ['two meanings of РБ: Belarus', 'Борисов РБ', 'Борисов', 'Минская область'],
    ['two meanings of РБ: Bashkortostan', 'Салават РБ', 'Салават', 'Республика Башкортостан'],
    ['from where', 'из Владивостока', 'Владивосток', 'Приморский край'],
    ['from where, fleeting vowel', 'из Ельца', 'Елец', 'Липецкая область'],
    ['where to', 'в Уфу', 'Уфа', 'Республика Башкортостан'],
    ['where', 'в Мытищах', 'Мытищи', 'Московская область'],
    ['two declined words', 'до Старого Оскола', 'Старый Оскол', 'Белгородская область'],
    ['a first word cut to a letter', 'Н.Тагил', 'Нижний Тагил', 'Свердловская область'],
    ['a first word cut short', 'Вел. Устюг', 'Великий Устюг', 'Вологодская область'],
    ['a cut word that is also a street marker', 'Наб. Челны', 'Набережные Челны', 'Республика Татарстан'],
    ['на as н/', 'Комсомольск н/А', 'Комсомольск-на-Амуре', 'Хабаровский край'],
    ['no hyphen', 'Гусь Хрустальный', 'Гусь-Хрустальный', 'Владимирская область'],
    ['no space', 'Уланудэ', 'Улан-Удэ', 'Республика Бурятия'],
    ['spaces around the hyphen', 'Санкт - Петербург', 'Санкт-Петербург', 'Санкт-Петербург'],
    ['transliterated', 'Syktyvkar', 'Сыктывкар', 'Республика Коми'],
    ['transliterated, another system', 'Jekaterinburg', 'Екатеринбург', 'Свердловская область'],
    ['Latin address', 'Tula region, Novomoskovsk', 'Новомосковск', 'Тульская область'],
    ['Latin look-alikes only', 'CAPATOB', 'Саратов', 'Саратовская область'],
    ['one Latin letter within', 'Pязань', 'Рязань', 'Рязанская область'],
    ['two letters swapped', 'Хабаровкс', 'Хабаровск', 'Хабаровский край'],
    ['a letter missing', 'Архагельск', 'Архангельск', 'Архангельская область'],
    ['as heard', 'Магнитагорск', 'Магнитогорск', 'Челябинская область'],
    ['misspelt region', 'Глазов, Удмутрия', 'Глазов', 'Удмуртская Республика'],
    ['misspelt words around the name', 'Амурская оббласть, Белогорск, улциа Кирова 5', 'Белогорск', 'Амурская область'],
    ['misspelt ending of the region', 'Бийск, Алтайскйи край', 'Бийск', 'Алтайский край'],
    ['a marker and a two-letter name', 'г. Ош', 'Ош', 'Ошская область'],
    ['an old name', 'Ленинград', 'Санкт-Петербург', 'Санкт-Петербург'],
    ['a trade word before', 'Выгрузка: г. Пенза', 'Пенза', 'Пензенская область'],
    ['a firm before', 'ООО «Вектор», Ижевск', 'Ижевск', 'Удмуртская Республика'],
    ['HTML', '<b>Тверь</b>&nbsp;', 'Тверь', 'Тверская область'],
  ])('%s: %s', (_, text, name, region) => expect(answerTo(text)).toBe(`known: ${name}, ${region}`))
})

describe('streets, districts and buildings are not towns', () => {
  test.each([
    ['Пермь, ул. Казанская, 5', 'Пермь', 'Пермский край'],
    ['Казань, Оренбургский тракт 8', 'Казань', 'Республика Татарстан'],
    ['Омск Красноярский тракт 20', 'Омск', 'Омская область'],
    ['Самара, ул. Ново-Садовая', 'Самара', 'Самарская область'],
    ['Курск, Маршала Жукова пр-т, 1', 'Курск', 'Курская область'],
    ['Уфа, Кировский р-н', 'Уфа', 'Республика Башкортостан'],
    ['Воронеж Ленина 12', 'Воронеж', 'Воронежская область'],
    ['Бийск, Московское шоссе 70к4', 'Бийск', 'Алтайский край'],
    ['ст-ца Динская ул. Красная 5', 'Динская', 'Краснодарский край'],
    ['Калининград, мкр. Чкаловск', 'Калининград', 'Калининградская область'],
  ])('%s', (text, name, region) => expect(answerTo(text)).toBe(`known: ${name}, ${region}`))
})

describe('of names that explain each other the more exact is meant', () => {
  test.each([
    ['Н.Новгород (Кстово)', 'Кстово', 'Нижегородская область'],
    ['Екатеринбург (Берёзовский)', 'Берёзовский', 'Свердловская область'],
    ['Москва, г. Троицк', 'Троицк', 'Москва'],
    ['Троицк, Челябинская обл.', 'Троицк', 'Челябинская область'],
    ['Люберцы, рп Томилино', 'Томилино', 'Московская область'],
    ['Ростов, Ярославль', 'Ростов', 'Ярославская область'],
    ['Котовск, Тамбов', 'Котовск', 'Тамбовская область'],
    ['Санкт-Петербург, п. Парголово', 'Парголово', 'Санкт-Петербург'],
    ['Обухово, Ногинский р-н', 'Обухово', 'Московская область'],
    ['Колпино, Металлострой, Промышленный проезд 7', 'Металлострой', 'Санкт-Петербург'],
    ['Домодедовский р-н, с. Ям', 'Ям', 'Московская область'],
  ])('%s', (text, name, region) => expect(proposed(text)).toBe(`${name}, ${region}`))
})

describe('a slip in a declined name leaves a guess', () => {
  test.each([
    ['из Рязпни', 'Рязань', 'Рязанская область'],
    ['Великого Новгорда', 'Великий Новгород', 'Новгородская область'],
    ['из Минральных Вод', 'Минеральные Воды', 'Ставропольский край'],
  ])('%s', (text, name, region) => expect(answerTo(text)).toBe(`ambiguous: ${name}, ${region}`))
})

describe('a question is an answer', () => {
  test.each([
    ['Киров', 'Киров, Кировская область', 'Калужская область'],
    ['Благовещенск', 'Благовещенск, Амурская область', 'Республика Башкортостан'],
    ['Железногорск', 'Железногорск, Курская область', 'Красноярский край'],
    ['Берёзовский', 'Берёзовский, Кемеровская область', 'Свердловская область'],
    ['Ростов', 'Ростов-на-Дону, Ростовская область', 'Ярославская область'],
    ['Руза, Тучково', 'Руза, Московская область', 'Московская область'],
  ])('%s: the likeliest first, the others beside it', (text, first, otherRegion) => {
    expect(answerTo(text)).toBe(`ambiguous: ${first}`)
    expect(confidence(text)).toBeLessThan(CONFIDENT)
    expect(otherRegions(text)).toContain(otherRegion)
  })

  test('a region alone is unknown, and its largest towns are suggested', () => {
    expect(gazetteer.resolve('Республика Татарстан')).toMatchObject({
      state: 'unknown',
      alternatives: [{ name: 'Казань' }, { name: 'Набережные Челны' }, {}, {}, {}, {}, {}, {}],
    })
  })
})

describe('words that stay unmatched keep the answer unsure', () => {
  test.each([
    'Белый Камень Дол',
    'Красный Хутор Забытый, Пензенская область',
    'Одинцово, Непонятково',
    'Тверь Щербатовка',
    'Х.Уренгой',
    'д. Новая Чепуховка, Рязанская обл.',
    // A lane typed into one field is no single place.
    'Москва – Казань',
    'Самара или Пенза',
    // A village that the gazetteer lacks does not become a town of a similar name.
    'д. Казанка, Смоленская обл.',
    'с. Омское',
  ])('%s', (text) => expect(confidence(text)).toBeLessThan(CONFIDENT))
})

describe('texts that mean no place', () => {
  test.each(['', '   ', '—', '🚚🚚', '\u0000\n\t'])('%j is empty', (text) => {
    expect(gazetteer.resolve(text)).toEqual({ state: 'empty' })
  })

  test.each([
    "'; DROP TABLE places; --",
    '<script>alert(1)</script>',
    'уточняется',
    'самовывоз',
    '123456',
    'по договорённости',
  ])('%s is unknown', (text) => expect(gazetteer.resolve(text).state).toBe('unknown'))
})

describe('a taught text', () => {
  const home = place('Клин', 'Московская область')

  test('wins over everything the resolver would say', () => {
    const answer = gazetteer.resolve('Казань', { taught: (key) => (key === 'казань' ? home.id : null) })
    expect(answer).toEqual({ state: 'known', place: home, confidence: 1, taught: true })
  })

  test('is looked up by its words, whatever the case and punctuation', () => {
    const keys: string[] = []
    for (const text of ['Наш склад №2', 'НАШ  склад, № 2.']) {
      gazetteer.resolve(text, { taught: (key) => (keys.push(key), null) })
    }
    expect(keys).toEqual(['наш склад 2', 'наш склад 2'])
  })

  test('of a place that is no longer in the gazetteer is passed over', () => {
    expect(gazetteer.resolve('Казань', { taught: () => -999_999 })).toMatchObject({ state: 'known', taught: false })
  })
})
