import { CAPTURE_LABELS, type Language } from '../../../contract/codes.ts'
import { type Captured } from '../../../contract/capture.ts'
import type { NewOfferPayload } from '../../outbox/commands/offer-payload.ts'
import { dayWords, plain, priceWords } from '../../outbox/commands/words.ts'

const WORDS = {
  ru: {
    load: 'Запрос',
    rate: 'Ставка',
    comment: 'Комментарий',
    now: 'Сейчас',
    free: 'Освободится',
    since: 'с',
    directions: 'Направления',
    vehicles: 'Машин',
    home: 'База',
  },
  en: {
    load: 'Request',
    rate: 'Rate',
    comment: 'Comment',
    now: 'Now',
    free: 'Free',
    since: 'from',
    directions: 'Directions',
    vehicles: 'Trucks',
    home: 'Home',
  },
} satisfies Record<Language, Record<string, string>>

/** What was done, for the timeline of the card the talk was captured in; `language` is the portal’s. */
export function captureComment(
  what: Captured,
  about: {
    companyName: string
    load: { path: string; title: string } | null
    offer: NewOfferPayload | null
    language: Language
  },
): string {
  const { load, offer, language } = about
  const words = WORDS[language]
  const price = offer && { rate: offer.rate, ratePerKm: offer.ratePerKm ?? null, vat: offer.vat }
  const lines = [
    `${CAPTURE_LABELS[what.action][language]}: ${plain(about.companyName)}`,
    load && `${words.load}: [url=${load.path}]${plain(load.title)}[/url]`,
    price && `${words.rate}: ${priceWords(price, language)}`,
    ...(what.action === 'busy' ? busyLines(what, words) : []),
    ...(what.action === 'base' ? baseLines(what, words) : []),
    what.comment && `${words.comment}: ${plain(what.comment)}`,
  ]
  return lines.filter(Boolean).join('\n')
}

type Words = (typeof WORDS)[Language]

function busyLines(what: Extract<Captured, { action: 'busy' }>, words: Words): (string | null | false)[] {
  const since = what.freeOn && `${words.since} ${dayWords(what.freeOn)}`
  const free = [what.freePlace && plain(what.freePlace), since].filter(Boolean)
  return [
    what.nowPlace && `${words.now}: ${plain(what.nowPlace)}`,
    free.length > 0 && `${words.free}: ${free.join(', ')}`,
    what.directions.length > 0 && `${words.directions}: ${what.directions.map(plain).join('; ')}`,
  ]
}

function baseLines(what: Extract<Captured, { action: 'base' }>, words: Words): (string | false | null)[] {
  return [
    what.directions.length > 0 && `${words.directions}: ${what.directions.map(plain).join('; ')}`,
    what.vehicles.length > 0 && `${words.vehicles}: ${what.vehicles.length}`,
    what.homePlace && `${words.home}: ${plain(what.homePlace)}`,
  ]
}

/** For the head of whoever captured, in his language: contacts of a carrier with our load on board have changed. */
export function contactAlert(about: {
  companyName: string
  companyPath: string
  byName: string
  trips: number
  language: Language
}): string {
  const carrier = `[url=${about.companyPath}]${plain(about.companyName)}[/url]`
  const by = plain(about.byName)
  return about.language === 'ru'
    ? [
        `Внимание: у перевозчика ${carrier} меняются контакты, пока он везёт наш груз (рейсов в пути: ${about.trips}).`,
        `Записал: ${by}. Позвоните перевозчику по прежнему номеру, прежде чем верить новому.`,
      ].join('\n')
    : [
        `Warning: the contacts of ${carrier} are changing while he carries our load (trips under way: ${about.trips}).`,
        `Written down by ${by}. Call the carrier at his old number before you believe the new one.`,
      ].join('\n')
}
