/** Regions of Russia that do not keep Moscow time. A region with several zones gets that of most of its people. */
const RUSSIAN_ZONES: Record<string, readonly string[]> = {
  'Europe/Kaliningrad': ['Калининградская область'],
  'Europe/Samara': ['Самарская область', 'Удмуртская Республика'],
  'Europe/Saratov': ['Саратовская область'],
  'Europe/Ulyanovsk': ['Ульяновская область'],
  'Europe/Astrakhan': ['Астраханская область'],
  'Asia/Yekaterinburg': [
    'Республика Башкортостан',
    'Пермский край',
    'Курганская область',
    'Оренбургская область',
    'Свердловская область',
    'Тюменская область',
    'Челябинская область',
    'Ханты-Мансийский АО',
    'Ямало-Ненецкий АО',
  ],
  'Asia/Omsk': ['Омская область'],
  'Asia/Novosibirsk': ['Новосибирская область'],
  'Asia/Tomsk': ['Томская область'],
  'Asia/Barnaul': ['Алтайский край', 'Республика Алтай'],
  'Asia/Novokuznetsk': ['Кемеровская область'],
  'Asia/Krasnoyarsk': ['Красноярский край', 'Республика Хакасия', 'Республика Тыва'],
  'Asia/Irkutsk': ['Иркутская область', 'Республика Бурятия'],
  'Asia/Chita': ['Забайкальский край'],
  'Asia/Yakutsk': ['Амурская область'],
  'Asia/Vladivostok': ['Приморский край', 'Хабаровский край', 'Еврейская АО'],
  'Asia/Magadan': ['Магаданская область'],
  'Asia/Sakhalin': ['Сахалинская область'],
  'Asia/Kamchatka': ['Камчатский край'],
  'Asia/Anadyr': ['Чукотский АО'],
}

const ZONE_BY_REGION = new Map(
  Object.entries(RUSSIAN_ZONES).flatMap(([zone, regions]) => regions.map((region) => [region, zone] as const)),
)

/** Crimea lives by Simferopol's clock; the eastern Ukrainian regions by Moscow's. */
const REGION_OVERRIDES = new Map([
  ['Крым', 'Europe/Simferopol'],
  ['Севастополь', 'Europe/Simferopol'],
  ['Донецкая область', 'Europe/Moscow'],
  ['Луганская область', 'Europe/Moscow'],
  ['Запорожская область', 'Europe/Moscow'],
  ['Херсонская область', 'Europe/Moscow'],
])

const ZONE_BY_COUNTRY = new Map([
  ['RU', 'Europe/Moscow'],
  ['BY', 'Europe/Minsk'],
  ['KZ', 'Asia/Almaty'],
  ['UZ', 'Asia/Tashkent'],
  ['KG', 'Asia/Bishkek'],
  ['AM', 'Asia/Yerevan'],
  ['AZ', 'Asia/Baku'],
  ['GE', 'Asia/Tbilisi'],
  ['MD', 'Europe/Chisinau'],
  ['TJ', 'Asia/Dushanbe'],
  ['TM', 'Asia/Ashgabat'],
  ['UA', 'Europe/Kyiv'],
])

/** East of this Yakutia keeps Vladivostok's time, and beyond the second meridian Srednekolymsk's. */
const YAKUTIA_EAST_LON = 132
const YAKUTIA_FAR_EAST_LON = 147

/** IANA time zone of a settlement, by its region; UTC for a country the table does not know. */
export function timeZoneOf(place: { region: string; country: string; lon: number }): string {
  if (place.region === 'Республика Саха (Якутия)') {
    if (place.lon < YAKUTIA_EAST_LON) return 'Asia/Yakutsk'
    return place.lon < YAKUTIA_FAR_EAST_LON ? 'Asia/Vladivostok' : 'Asia/Srednekolymsk'
  }
  return (
    REGION_OVERRIDES.get(place.region) ??
    ZONE_BY_REGION.get(place.region) ??
    ZONE_BY_COUNTRY.get(place.country) ??
    'UTC'
  )
}
