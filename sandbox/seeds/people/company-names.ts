import type { Random } from '../random.ts'
import { fullName, withInitials } from './names.ts'

const ROOTS =
  'Агат Азимут Аккорд Альтаир Ангара Арго Атлант База Байкал Барс Берег Вектор Велес Вертикаль Весна Вираж Витязь Волга Волжанин Восток Гарант Горизонт Гранит Дельта Держава Днепр Добрыня Дорога Енисей Жигули Заря Запад Звезда Иртыш Кама Каскад Квант Кедр Ковчег Компас Крона Кубань Ладога Лидер Магистраль Маршрут Маяк Меридиан Метеор Мост Нева Нива Ника Норд Обь Ока Олимп Орион Остров Паритет Партнёр Патриот Плато Полюс Поток Приоритет Причал Прогресс Путь Радиус Ракурс Регион Ресурс Ритм Рубин Русь Сапсан Север Сибирь Символ Скиф Сокол Союз Спутник Старт Стрела Сура Темп Терра Титан Тракт Трасса Урал Успех Фаворит Факел Формула Форвард Фрегат Шторм Эверест Экватор Экспресс Энергия Эталон Юг Янтарь Ярус'.split(
    ' ',
  )
const TAILS =
  'Транс Авто Логистик Логистика Карго Экспедиция Экспресс Трак Автотранс Грузоперевозки ТрансСервис Лайн Групп АТП Рейс Транзит'.split(
    ' ',
  )
const CITIES =
  'Волга Кама Урал Сибирь Дон Кубань Поволжье Черноземье Северо-Запад Центр Юг Алтай Прикамье Зауралье'.split(' ')

const GOODS =
  'Стройкомплект Продукты Молоко Металл Упаковка Бумага Мебель Текстиль Агро Техника Химия Пластик Кровля Кабель Стекло Плитка Напитки Удобрения Инструмент Фурнитура Изоляция Корма Посуда Косметика'.split(
    ' ',
  )
const TRADES = ['ТД', 'Завод', 'Фабрика', 'Комбинат', 'Компания', 'ПКФ', 'Группа']

function stem(random: Random): string {
  const root = random.pick(ROOTS)
  const roll = random.next()
  if (roll < 0.35) return `${root}-${random.pick(TAILS)}`
  if (roll < 0.6) return `${root}${random.pick(['Транс', 'Авто', 'Трак', 'Карго', 'Лайн'])}`
  if (roll < 0.75) return `${random.pick(TAILS)} ${random.pick(CITIES)}`
  if (roll < 0.88) return `ТК ${root}`
  return `${root} ${random.pick(CITIES)}`
}

/** The legal form decides much: an entrepreneur mostly works without VAT. */
export interface CarrierName {
  name: string
  form: 'company' | 'entrepreneur' | 'kazakh' | 'belarusian'
}

/** A carrier's name by the country he lives in. */
export function carrierName(random: Random, region: string): CarrierName {
  const roll = random.next()
  if (region === 'Казахстан' && roll < 0.85) return { name: `ТОО «${stem(random)}»`, form: 'kazakh' }
  if (region === 'Беларусь' && roll < 0.85) return { name: `ЧТУП «${stem(random)}»`, form: 'belarusian' }
  if (roll < 0.48) return { name: `ИП ${withInitials(fullName(random))}`, form: 'entrepreneur' }
  return { name: `${roll < 0.96 ? 'ООО' : 'АО'} «${stem(random)}»`, form: 'company' }
}

export function clientName(random: Random): string {
  const roll = random.next()
  if (roll < 0.1) return `ИП ${withInitials(fullName(random))}`
  if (roll < 0.5) return `ООО «${random.pick(TRADES)} ${random.pick(ROOTS)}»`
  if (roll < 0.85) return `ООО «${random.pick(ROOTS)} ${random.pick(GOODS)}»`
  return `АО «${random.pick(GOODS)}-${random.pick(CITIES)}»`
}
