import type SQLite from 'better-sqlite3'
import { BODY_LABELS, TERM_EVENT_LABELS, VAT_LABELS, type Language } from '../../contract/codes.ts'
import { DECLINE_REASON_LABELS, OFFER_SOURCE_LABELS, OFFER_STATE_LABELS } from '../../contract/offers.ts'
import { offerState } from '../offers/offer-state.ts'
import type { OfferSearch } from '../store/offer-search.ts'
import { offerRowsSql } from '../store/offer-rows-sql.ts'
import type { OfferRow } from '../store/schema.ts'
import type { Table } from './table-file.ts'
import type { Cell } from './table-text.ts'

const COLUMNS: readonly { ru: string; en: string; width: number }[] = [
  { ru: '№', en: 'No.', width: 9 },
  { ru: 'Записано', en: 'Recorded', width: 17 },
  { ru: 'Перевозчик', en: 'Carrier', width: 32 },
  { ru: 'Откуда', en: 'From', width: 20 },
  { ru: 'Куда', en: 'To', width: 20 },
  { ru: 'Загрузка', en: 'Loading', width: 12 },
  { ru: 'Ставка', en: 'Rate', width: 12 },
  { ru: 'За км', en: 'Per km', width: 9 },
  { ru: 'Валюта', en: 'Currency', width: 8 },
  { ru: 'НДС', en: 'VAT', width: 14 },
  { ru: 'Оплата', en: 'Payment', width: 28 },
  { ru: 'Кузов', en: 'Body', width: 16 },
  { ru: 'Тонн', en: 'Tonnes', width: 8 },
  { ru: 'Состояние', en: 'State', width: 18 },
  { ru: 'Причина', en: 'Reason', width: 20 },
  { ru: 'Действует до', en: 'Valid until', width: 17 },
  { ru: 'Источник', en: 'Source', width: 12 },
  { ru: 'Раунд', en: 'Round', width: 7 },
  { ru: 'Кто записал', en: 'Recorded by', width: 24 },
  { ru: 'Запрос', en: 'Request', width: 10 },
  { ru: 'Заявка', en: 'Order', width: 10 },
  { ru: 'Комментарий', en: 'Comment', width: 40 },
]

interface JoinedRow extends OfferRow {
  companyTitle: string | null
  authorName: string | null
}

/** All offers that fit a search, newest first. No phone number is in it, of drivers or anybody else. */
export function offerTable(
  connection: SQLite.Database,
  search: OfferSearch,
  placeName: (id: number) => string | null,
  language: Language,
): Table {
  const { text, values } = offerRowsSql(search)
  return {
    sheet: language === 'ru' ? 'Предложения' : 'Offers',
    columns: COLUMNS.map(({ width, ...titles }) => ({ title: titles[language], width })),
    rows: cellsOf(connection.prepare(text).iterate(...values) as Iterable<JoinedRow>, search.now, placeName, language),
  }
}

function* cellsOf(
  rows: Iterable<JoinedRow>,
  now: string,
  placeName: (id: number) => string | null,
  language: Language,
): Iterable<Cell[]> {
  const moment = clock(language)
  const place = (id: number | null, text: string | null) => (id !== null && placeName(id)) || text
  const label = (labels: Record<string, { ru: string; en: string }>, code: string | null) =>
    code !== null && Object.hasOwn(labels, code) ? labels[code]![language] : null
  for (const row of rows) {
    const state = offerState(row, now)
    yield [
      row.id,
      moment(row.createdAt),
      row.companyTitle,
      place(row.fromPlaceId, row.loadText),
      place(row.toPlaceId, row.unloadText),
      row.loadFromAt && moment(row.loadFromAt).slice(0, 10),
      row.rateMinor === null ? null : row.rateMinor / 100,
      row.ratePerKmMinor === null ? null : row.ratePerKmMinor / 100,
      row.rateCurrency,
      label(VAT_LABELS, row.vat),
      termText(row, language),
      label(BODY_LABELS, row.body),
      row.capacityKg === null ? null : row.capacityKg / 1000,
      OFFER_STATE_LABELS[state][language],
      state === 'declined' ? label(DECLINE_REASON_LABELS, row.declineReason) : null,
      row.validUntilAt && moment(row.validUntilAt),
      label(OFFER_SOURCE_LABELS, row.source),
      row.round,
      row.authorName,
      row.requestId,
      row.orderId,
      row.comment,
    ]
  }
}

function termText(row: OfferRow, language: Language): string | null {
  if (row.termEvent === null && row.termDays === null && row.prepayPercent === null) return null
  const ru = language === 'ru'
  const event = row.termEvent !== null && Object.hasOwn(TERM_EVENT_LABELS, row.termEvent) ? row.termEvent : null
  const days = `${row.termDays ?? 0} ${row.termBankDays ? (ru ? 'б. д.' : 'bank days') : ru ? 'к. д.' : 'days'}`
  const rest = event === null ? days : `${days} ${TERM_EVENT_LABELS[event as keyof typeof TERM_EVENT_LABELS][language]}`
  if (!row.prepayPercent) return rest
  return ru ? `предоплата ${row.prepayPercent} %, ${rest}` : `${row.prepayPercent}% prepaid, ${rest}`
}

/** «26.11.2026 12:40» by Moscow, where the company keeps its books. */
function clock(language: Language): (at: string) => string {
  const format = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: 'Europe/Moscow',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (at) => format.format(new Date(at)).replace(',', '')
}
