/** A kind of freight: what it needs, and what one load of it measures. */
export interface Cargo {
  /** As typed into the card. */
  names: readonly string[]
  /** Bodies the client accepts. */
  bodies: readonly (readonly string[])[]
  loading: readonly (readonly string[])[]
  weightKg: readonly [number, number]
  volumeM3: readonly [number, number] | null
  /** Share of whole-truck loads; the others are smaller and may ride beside. */
  whole: number
  adr?: readonly string[]
  temperature?: readonly (readonly [number, number])[]
  /** Length, width, height in metres, each as a range. */
  size?: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]
  /** How much of the company's trade it is. */
  weight: number
}

const ANY_CLOSED = ['tent', 'curtain', 'van', 'box', 'isotherm']
const TENT = ['tent']
const TENT_LIKE = ['tent', 'curtain', 'mega']

export const CARGOES: readonly Cargo[] = [
  {
    names: ['стройматериалы', 'Сухие смеси на паллетах', 'плитка', 'ГКЛ', 'кирпич'],
    bodies: [TENT, TENT_LIKE],
    loading: [['side', 'rear'], ['side'], ['rear', 'side', 'top']],
    weightKg: [18000, 21500],
    volumeM3: [40, 82],
    whole: 0.85,
    weight: 16,
  },
  {
    names: ['ТНП', 'Товары народного потребления', 'хозтовары', 'сборный груз на паллетах', 'бытовая химия'],
    bodies: [TENT, ANY_CLOSED, ANY_CLOSED],
    loading: [['rear'], ['rear', 'side']],
    weightKg: [8000, 20000],
    volumeM3: [60, 92],
    whole: 0.7,
    weight: 18,
  },
  {
    names: ['продукты питания', 'Бакалея', 'напитки', 'вода питьевая', 'кондитерка', 'консервы'],
    bodies: [ANY_CLOSED, TENT, ['isotherm', 'reefer', 'tent']],
    loading: [['rear'], ['rear', 'side']],
    weightKg: [17000, 20000],
    volumeM3: [50, 86],
    whole: 0.85,
    weight: 14,
  },
  {
    names: ['заморозка', 'Рыба с/м', 'мороженое', 'куры с/м', 'мясо замороженное'],
    bodies: [['reefer'], ['reefer', 'reefer_multi']],
    loading: [['rear']],
    weightKg: [15000, 20000],
    volumeM3: [50, 82],
    whole: 0.85,
    temperature: [
      [-20, -18],
      [-18, -18],
      [-18, -15],
    ],
    weight: 8,
  },
  {
    names: ['молочная продукция', 'Овощи', 'фрукты', 'сыр', 'цветы', 'яйцо'],
    bodies: [['reefer'], ['reefer', 'reefer_multi']],
    loading: [['rear']],
    weightKg: [12000, 20000],
    volumeM3: [60, 82],
    whole: 0.8,
    temperature: [
      [2, 6],
      [0, 4],
      [4, 8],
    ],
    weight: 10,
  },
  {
    names: ['металлопрокат', 'Лист г/к', 'рулоны', 'арматура', 'метизы', 'Трубы'],
    bodies: [TENT, ['tent', 'flatbed', 'platform'], ['flatbed', 'platform']],
    loading: [['top'], ['top', 'side'], ['untent']],
    weightKg: [19000, 21500],
    volumeM3: [10, 25],
    whole: 0.95,
    size: [
      [6, 12.5],
      [1, 2.3],
      [0.3, 1.5],
    ],
    weight: 12,
  },
  {
    names: ['мебель', 'матрасы', 'утеплитель', 'Пенопласт', 'пластиковая тара'],
    bodies: [['tent', 'mega', 'jumbo'], TENT, ['mega', 'jumbo']],
    loading: [['rear', 'side'], ['rear']],
    weightKg: [4000, 9000],
    volumeM3: [82, 96],
    whole: 0.9,
    weight: 7,
  },
  {
    names: ['оборудование', 'Станок', 'запчасти', 'электрощиты', 'Автокомпоненты'],
    bodies: [TENT, ['tent', 'flatbed']],
    loading: [['top', 'side'], ['rear', 'side'], ['side']],
    weightKg: [2000, 18000],
    volumeM3: [15, 70],
    whole: 0.5,
    size: [
      [2, 7],
      [1.2, 2.4],
      [1, 2.4],
    ],
    weight: 8,
  },
  {
    names: ['ЛКМ', 'Краска', 'растворитель', 'Лаки, эмали'],
    bodies: [TENT, ANY_CLOSED],
    loading: [['rear'], ['rear', 'side']],
    weightKg: [8000, 20000],
    volumeM3: [30, 70],
    whole: 0.7,
    adr: ['3'],
    weight: 2.5,
  },
  {
    names: ['аккумуляторы', 'Кислота в еврокубах', 'химия', 'Хлорид аммония', 'литиевые батареи'],
    bodies: [TENT, ANY_CLOSED],
    loading: [['rear'], ['rear', 'side']],
    weightKg: [10000, 20000],
    volumeM3: [30, 60],
    whole: 0.8,
    adr: ['8', '9', '5.1', '6.1', '4.1'],
    weight: 2.5,
  },
  {
    names: ['экскаватор', 'Трактор', 'спецтехника', 'каток', 'буровая установка'],
    bodies: [['lowboy'], ['lowboy', 'platform']],
    loading: [['ramps']],
    weightKg: [18000, 28000],
    volumeM3: null,
    whole: 1,
    size: [
      [7, 12],
      [2.6, 3.4],
      [2.8, 3.6],
    ],
    weight: 2,
  },
  {
    names: ['пиломатериалы', 'доска', 'фанера', 'Плиты ОСП', 'ЛДСП'],
    bodies: [TENT, ['tent', 'flatbed']],
    loading: [['side', 'top'], ['side'], ['untent']],
    weightKg: [18000, 21000],
    volumeM3: [35, 60],
    whole: 0.95,
    size: [
      [3, 6],
      [1, 2.4],
      [1, 2.4],
    ],
    weight: 6,
  },
  {
    names: ['щебень', 'Пшеница', 'ячмень', 'шрот'],
    bodies: [['tipper', 'grain'], ['grain']],
    loading: [['top']],
    weightKg: [20000, 25000],
    volumeM3: [25, 35],
    whole: 1,
    weight: 1.5,
  },
  {
    names: ['битум', 'Масло растительное наливом', 'патока'],
    bodies: [['tanker']],
    loading: [['pour']],
    weightKg: [20000, 25000],
    volumeM3: [22, 30],
    whole: 1,
    weight: 1,
  },
  {
    names: ["контейнер 40'", "20' контейнер", 'контейнер из порта'],
    bodies: [['container']],
    loading: [['top']],
    weightKg: [15000, 24000],
    volumeM3: [28, 67],
    whole: 1,
    weight: 1.5,
  },
  {
    names: ['бытовка', 'Блок-контейнер', 'дизель-генератор'],
    bodies: [['manipulator', 'flatbed']],
    loading: [['top']],
    weightKg: [2000, 6000],
    volumeM3: [15, 25],
    whole: 1,
    size: [
      [3, 6],
      [2, 2.45],
      [2, 2.5],
    ],
    weight: 1.5,
  },
  {
    names: ['документы и образцы', 'запчасти срочно', 'выставочный стенд', 'Медоборудование'],
    bodies: [['van', 'isotherm', 'box', 'tent']],
    loading: [['rear'], ['tail_lift']],
    weightKg: [300, 4500],
    volumeM3: [3, 20],
    whole: 0.6,
    weight: 5,
  },
]
