import type { CarrierRow } from '../../../contract/carriers.ts'

const DAY_MS = 86_400_000

export function agoIso(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * 60_000).toISOString()
}

export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}

const base: CarrierRow = {
  companyId: 0,
  name: '',
  sources: [],
  score: 0,
  reasons: [],
  vetoes: [],
  warnings: [],
  vehicles: [],
  whereabouts: null,
  lastRate: null,
  contact: null,
  preferred: false,
  attempts: [],
  offers: [],
}

/** Carriers of the Moscow → Kazan load, best first, each showing another thing a row can say. */
export function suitableCarriers(now: Date): CarrierRow[] {
  return [
    {
      ...base,
      companyId: 501,
      name: 'ООО «Волга-Транс»',
      preferred: true,
      sources: [
        { source: 'base', count: 2 },
        { source: 'offers', count: 5 },
        { source: 'orders', count: 3 },
      ],
      score: 2.4,
      reasons: [
        { kind: 'trips_exact', count: 3, lastAgeDays: 12, from: 'Москва', to: 'Казань', points: 7.2 },
        { kind: 'offers_exact', count: 5, lastAgeDays: 4, from: 'Москва', to: 'Казань', points: 4.1 },
        { kind: 'stands_at', place: 'Подольск', offKm: 38, ageDays: 0, points: 1.2 },
        { kind: 'declared', from: 'Москва', to: 'Казань', bothWays: true, offKm: 0, points: 1.6 },
        { kind: 'preferred', points: 0.3 },
      ],
      vehicles: [
        {
          body: 'tent',
          capacityKg: 20_000,
          volumeM3: 82,
          lengthM: null,
          loading: ['rear', 'side'],
          plate: 'А123ВС 716',
        },
      ],
      whereabouts: { kind: 'now', place: 'Подольск', at: agoIso(now, 90), offKm: 38 },
      lastRate: {
        minor: 8_500_000,
        currency: 'RUB',
        vat: '22',
        ageDays: 12,
        from: 'Москва',
        to: 'Казань',
        exactLane: true,
      },
      contact: { masked: '+7 917 •••-••-42', person: 'Ольга Миронова', channel: 'whatsapp' },
    },
    {
      ...base,
      companyId: 502,
      name: 'ИП Сафин Рустам Ильдарович',
      sources: [
        { source: 'offers', count: 1 },
        { source: 'orders', count: 21 },
      ],
      score: 2.1,
      reasons: [
        { kind: 'trips_exact', count: 21, lastAgeDays: 1, from: 'Москва', to: 'Казань', points: 6.4 },
        {
          kind: 'trips_near',
          count: 2,
          lastAgeDays: 64,
          from: 'Химки',
          to: 'Зеленодольск',
          fromId: 548114,
          toId: 464176,
          offKm: 58,
          points: 1.1,
        },
        { kind: 'attempted', result: 'no_answer', points: -0.4 },
      ],
      vehicles: [
        {
          body: 'tent',
          capacityKg: 22_000,
          volumeM3: 92,
          lengthM: null,
          loading: ['rear', 'side', 'top'],
          plate: null,
        },
      ],
      whereabouts: { kind: 'free', place: 'Ногинск', on: dayFrom(now, 2), offKm: 55 },
      lastRate: {
        minor: 7_800_000,
        currency: 'RUB',
        vat: 'none',
        ageDays: 1,
        from: 'Москва',
        to: 'Казань',
        exactLane: true,
      },
      contact: { masked: '+7 987 •••-••-07', person: 'Рустам', channel: 'phone' },
      attempts: [
        {
          key: 'a-502-1',
          companyId: 502,
          result: 'no_answer',
          byUserId: 12,
          byName: 'Иванов Пётр',
          at: agoIso(now, 25),
          until: null,
          comment: null,
        },
      ],
    },
    {
      ...base,
      companyId: 503,
      name: 'ООО «Магистраль Поволжья»',
      sources: [
        { source: 'base', count: 1 },
        { source: 'orders', count: 1 },
      ],
      score: 1.9,
      reasons: [
        { kind: 'trips_exact', count: 1, lastAgeDays: 40, from: 'Москва', to: 'Казань', points: 2.5 },
        { kind: 'free_at', place: 'Домодедово', offKm: 41, on: dayFrom(now, 1), points: 1.4 },
      ],
      vehicles: [
        {
          body: 'curtain',
          capacityKg: 21_500,
          volumeM3: 90,
          lengthM: null,
          loading: ['rear', 'side_both'],
          plate: null,
        },
        {
          body: 'mega',
          capacityKg: 20_000,
          volumeM3: 100,
          lengthM: null,
          loading: ['rear', 'side', 'top'],
          plate: null,
        },
      ],
      whereabouts: { kind: 'free', place: 'Домодедово', on: dayFrom(now, 1), offKm: 41 },
      lastRate: {
        minor: 9_200_000,
        currency: 'RUB',
        vat: '22',
        ageDays: 40,
        from: 'Москва',
        to: 'Казань',
        exactLane: true,
      },
      contact: { masked: '+7 843 •••-••-15', person: 'Диспетчерская', channel: 'phone' },
      attempts: [
        {
          key: 'a-503-1',
          companyId: 503,
          result: 'calling',
          byUserId: 12,
          byName: 'Иванов Пётр',
          at: agoIso(now, 1),
          until: null,
          comment: null,
        },
      ],
    },
    {
      ...base,
      companyId: 504,
      name: 'АО «Северо-Западная экспедиционная компания перевозок и логистики»',
      sources: [{ source: 'offers', count: 11 }],
      score: 1.7,
      reasons: [
        { kind: 'offers_exact', count: 11, lastAgeDays: 200, from: 'Москва', to: 'Казань', points: 2.2 },
        {
          kind: 'region',
          trips: 4,
          offers: 7,
          fromRegion: 'Московская область',
          toRegion: 'Республика Татарстан',
          points: 0.9,
        },
      ],
      vehicles: [{ body: 'tent', capacityKg: 20_000, volumeM3: null, lengthM: null, loading: [], plate: null }],
      whereabouts: { kind: 'home', place: 'Санкт-Петербург', offKm: 634 },
      lastRate: {
        minor: 11_450_050,
        currency: 'RUB',
        vat: null,
        ageDays: 200,
        from: 'Москва',
        to: 'Самара',
        exactLane: false,
      },
      contact: { masked: '+7 812 •••-••-90', person: null, channel: null },
      offers: [
        {
          id: null,
          key: 'w-504-pending-offer-key',
          rate: { minor: 8_800_000, currency: 'RUB', vat: '22' },
          at: agoIso(now, 1),
          byName: 'Петрова Анна',
          write: {
            key: 'w-504-pending-offer-key',
            state: 'sending',
            byUserId: 2,
            acceptedAt: agoIso(now, 1),
            steps: [{ command: 'offer.create', state: 'sending', reason: null, portalId: null }],
          },
        },
      ],
    },
    {
      ...base,
      companyId: 505,
      name: 'ООО «Кама-Логист»',
      sources: [
        { source: 'offers', count: 2 },
        { source: 'orders', count: 5 },
      ],
      score: 1.5,
      reasons: [
        {
          kind: 'trips_near',
          count: 5,
          lastAgeDays: 33,
          from: 'Подольск',
          to: 'Набережные Челны',
          fromId: 548114,
          toId: 464176,
          offKm: 96,
          points: 1.9,
        },
        {
          kind: 'offers_near',
          count: 2,
          lastAgeDays: 2,
          from: 'Москва',
          to: 'Чебоксары',
          fromId: 548114,
          toId: 464176,
          offKm: 120,
          points: 0.6,
        },
      ],
      vehicles: [
        {
          body: 'jumbo',
          capacityKg: 20_000,
          volumeM3: 110,
          lengthM: null,
          loading: ['rear', 'side', 'untent'],
          plate: null,
        },
      ],
      whereabouts: { kind: 'now', place: 'Нижний Новгород', at: agoIso(now, 60 * 30), offKm: 402 },
      lastRate: {
        minor: 9_900_000,
        currency: 'RUB',
        vat: '5',
        ageDays: 33,
        from: 'Подольск',
        to: 'Набережные Челны',
        exactLane: false,
      },
      contact: { masked: '+7 855 •••-••-31', person: 'Ильнур', channel: 'telegram' },
      attempts: [
        {
          key: 'a-505-1',
          companyId: 505,
          result: 'busy_until',
          byUserId: 7,
          byName: 'Петрова Анна',
          at: agoIso(now, 60 * 26),
          until: dayFrom(now, 4),
          comment: 'разгрузка в Нижнем',
        },
      ],
    },
    {
      ...base,
      companyId: 506,
      name: 'ИП Кузнецова М. А.',
      sources: [{ source: 'base', count: 1 }],
      score: 1.1,
      reasons: [{ kind: 'declared', from: 'Москва', to: 'Татарстан', bothWays: false, offKm: 12, points: 1.1 }],
      vehicles: [],
      whereabouts: null,
      lastRate: null,
      contact: { masked: '+7 903 •••-••-63', person: 'Марина', channel: 'max' },
      offers: [
        {
          id: 9001,
          key: null,
          rate: { minor: 9_500_000, currency: 'RUB', vat: 'cash' },
          at: agoIso(now, 60 * 3),
          byName: 'Иванов Пётр',
          write: null,
        },
      ],
    },
    {
      ...base,
      companyId: 507,
      name: 'ООО «Дорога и К°»',
      sources: [
        { source: 'base', count: 1 },
        { source: 'offers', count: 1 },
      ],
      score: 0.9,
      reasons: [
        { kind: 'region', trips: 0, offers: 1, fromRegion: 'Москва', toRegion: 'Республика Татарстан', points: 0.7 },
        { kind: 'stands_at', place: 'Москва', offKm: 0, ageDays: 1, points: 0.5 },
      ],
      vehicles: [
        { body: 'van', capacityKg: 1_500, volumeM3: 18, lengthM: null, loading: ['rear'], plate: 'К777КК 77' },
      ],
      whereabouts: { kind: 'now', place: 'Москва', at: agoIso(now, 60 * 25), offKm: 0 },
      lastRate: {
        minor: 4_200_000,
        currency: 'RUB',
        vat: '7',
        ageDays: 0,
        from: 'Москва',
        to: 'Нижний Новгород',
        exactLane: false,
      },
      contact: { masked: '+7 495 •••-••-08', person: 'Секретарь', channel: 'phone' },
      offers: [
        {
          id: null,
          key: 'w-507-refused-offer-key',
          rate: { minor: 6_000_000, currency: 'RUB', vat: '7' },
          at: agoIso(now, 50),
          byName: 'Мельникова Дарья',
          write: {
            key: 'w-507-refused-offer-key',
            state: 'refused',
            byUserId: 1,
            acceptedAt: agoIso(now, 50),
            steps: [{ command: 'offer.create', state: 'refused', reason: 'no_right', portalId: null }],
          },
        },
      ],
    },
    {
      ...base,
      companyId: 508,
      name: 'ТК «Урал-Союз»',
      sources: [{ source: 'orders', count: 2 }],
      score: 0.7,
      reasons: [
        {
          kind: 'trips_near',
          count: 2,
          lastAgeDays: 500,
          from: 'Тула',
          to: 'Казань',
          fromId: 548114,
          toId: 464176,
          offKm: 148,
          points: 0.4,
        },
      ],
      vehicles: [{ body: 'tent', capacityKg: 20_000, volumeM3: 86, lengthM: null, loading: ['rear'], plate: null }],
      whereabouts: null,
      lastRate: {
        minor: 6_900_000,
        currency: 'RUB',
        vat: '20',
        ageDays: 800,
        from: 'Тула',
        to: 'Казань',
        exactLane: false,
      },
      contact: { masked: '+7 343 •••-••-77', person: 'Отдел логистики', channel: 'email' },
      attempts: [
        {
          key: 'a-508-1',
          companyId: 508,
          result: 'call_back',
          byUserId: 1,
          byName: 'Мельникова Дарья',
          at: agoIso(now, 100),
          until: new Date(now.getTime() + 2 * 3_600_000).toISOString(),
          comment: 'водитель за рулём',
        },
      ],
    },
  ]
}

/** Carriers that cannot take it, each with another reason. */
export function vetoedCarriers(now: Date): CarrierRow[] {
  const carrier = (companyId: number, name: string, vetoes: CarrierRow['vetoes'], more: Partial<CarrierRow> = {}) => ({
    ...base,
    companyId,
    name,
    vetoes,
    score: 0.5,
    sources: [{ source: 'orders' as const, count: 4 }],
    reasons: [{ kind: 'trips_exact' as const, count: 4, lastAgeDays: 20, from: 'Москва', to: 'Казань', points: 3 }],
    vehicles: [{ body: 'reefer' as const, capacityKg: 20_000, volumeM3: 82, lengthM: null, loading: [], plate: null }],
    contact: { masked: '+7 916 •••-••-11', person: null, channel: null },
    ...more,
  })
  return [
    carrier(601, 'ООО «Рефтранс»', [{ kind: 'body', needs: ['tent', 'curtain'], has: ['reefer'] }]),
    carrier(602, 'ИП Гаврилов', [
      { kind: 'weight', needsKg: 20_000, hasKg: 10_000 },
      { kind: 'volume', needsM3: 82, hasM3: 45 },
    ]),
    carrier(603, 'ООО «Быстрый путь»', [{ kind: 'stop_list', why: 'сорвал погрузку 14 октября' }]),
    carrier(604, 'ООО «Без связи»', [{ kind: 'no_contact' }], { contact: null }),
    carrier(605, 'ООО «Вектор»', [{ kind: 'attempt', result: 'busy_until', until: dayFrom(now, 3) }]),
    carrier(606, 'ИП Тихонов', [{ kind: 'loading', needs: ['top', 'side'], all: true, has: ['rear'] }]),
  ]
}
