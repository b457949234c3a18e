import type { HistoryCarrierRow, HistoryDirectionRow, HistoryTradeRow } from '../../server/store/history-rows.ts'

export function carrierLine({ companyId, bodies, capacityKg, volumeM3 }: HistoryCarrierRow): string {
  const tonnes = capacityKg === null ? '' : String(capacityKg / 1000)
  return [companyId, bodies ?? '', tonnes, volumeM3 ?? ''].join('\t')
}

export function directionLine({ companyId, fromPlaceId, toPlaceId, body }: HistoryDirectionRow): string {
  return [companyId, fromPlaceId, toPlaceId, body ?? ''].join('\t')
}

/** A trade without both places says nothing of a lane: it is left out and told of. */
export function* tradeLines(rows: Iterable<HistoryTradeRow>, onSkipped: () => void): Generator<string> {
  for (const row of rows) {
    const from = row.fromPlaceId ?? plain(row.fromText)
    const to = row.toPlaceId ?? plain(row.toText)
    if (from === '' || to === '') {
      onSkipped()
      continue
    }
    // Rates are compared in roubles; one in another currency is not known here.
    const isKnown = row.rateMinor !== null && row.currency === 'RUB'
    const rate = isKnown ? (row.rateMinor! / 100).toFixed(2) : ''
    yield [row.companyId, from, to, row.body ?? '', rate, isKnown ? (row.vat ?? '') : '', row.at].join('\t')
  }
}

/**
 * Files have no quoting: whatever would end a field or a line is a space. A text of digits would read as a place's
 * number, and one with many may hold a telephone's: neither is written.
 */
function plain(text: string | null): string {
  const clean = (text ?? '').replaceAll(/\s+/g, ' ').trim()
  return /^-?\d+$/.test(clean) || clean.replaceAll(/\D/g, '').length > 6 ? '' : clean
}
