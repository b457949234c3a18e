import { CAPTURE_LABELS } from '../../../contract/codes.ts'
import { type Captured } from '../../../contract/capture.ts'
import type { NewOfferPayload } from '../../outbox/commands/offer-payload.ts'
import { dayWords, plain, priceWords } from '../../outbox/commands/words.ts'

/** What was done, for the timeline of the card the talk was captured in: written for people there, in Russian. */
export function captureComment(
  what: Captured,
  about: { companyName: string; load: { path: string; title: string } | null; offer: NewOfferPayload | null },
): string {
  const { load, offer } = about
  const lines = [
    `${CAPTURE_LABELS[what.action].ru}: ${plain(about.companyName)}`,
    load && `Запрос: [url=${load.path}]${plain(load.title)}[/url]`,
    offer && `Ставка: ${priceWords({ rate: offer.rate, ratePerKm: offer.ratePerKm ?? null, vat: offer.vat })}`,
    ...(what.action === 'busy' ? busyLines(what) : []),
    ...(what.action === 'base' ? baseLines(what) : []),
    what.comment && `Комментарий: ${plain(what.comment)}`,
  ]
  return lines.filter(Boolean).join('\n')
}

function busyLines(what: Extract<Captured, { action: 'busy' }>): (string | null | false)[] {
  const free = [what.freePlace && plain(what.freePlace), what.freeOn && `с ${dayWords(what.freeOn)}`].filter(Boolean)
  return [
    what.nowPlace && `Сейчас: ${plain(what.nowPlace)}`,
    free.length > 0 && `Освободится: ${free.join(', ')}`,
    what.directions.length > 0 && `Направления: ${what.directions.map(plain).join('; ')}`,
  ]
}

function baseLines(what: Extract<Captured, { action: 'base' }>): (string | false | null)[] {
  return [
    what.directions.length > 0 && `Направления: ${what.directions.map(plain).join('; ')}`,
    what.vehicles.length > 0 && `Машин: ${what.vehicles.length}`,
    what.homePlace && `База: ${plain(what.homePlace)}`,
  ]
}

/** For the head of whoever captured: contacts of a carrier with our load on board have changed. */
export function contactAlert(about: {
  companyName: string
  companyPath: string
  byName: string
  trips: number
}): string {
  return [
    `Внимание: у перевозчика [url=${about.companyPath}]${plain(about.companyName)}[/url] меняются контакты, пока он везёт наш груз (рейсов в пути: ${about.trips}).`,
    `Записал: ${plain(about.byName)}. Позвоните перевозчику по прежнему номеру, прежде чем верить новому.`,
  ].join('\n')
}
