/** What a case expects, by column. */
export type Expected = Record<string, string>

const SHARES = ['margin_pct', 'markup_pct']
const PRICE_LISTS = ['equal_prices', 'max_price']

/** Which of the expected figures are others, in words. */
export function compare(figures: Readonly<Record<string, string>>, expected: Expected): string[] {
  return Object.entries(expected).flatMap(([column, wanted]) => {
    const got = figures[column] ?? ''
    return isSame(column, got, wanted) ? [] : [`${column}: ${got || 'nothing'} instead of ${wanted}`]
  })
}

function isSame(column: string, got: string, wanted: string): boolean {
  if (got === wanted) return true
  if (PRICE_LISTS.includes(column)) return hasPrices(got, wanted)
  const parts = listOf(got)
  const others = listOf(wanted)
  const ordered = column === 'offer_margins' ? (list: string[]) => list : (list: string[]) => list.toSorted()
  const [some, asked] = [ordered(parts), ordered(others)]
  return some.length === asked.length && some.every((part, at) => isNear(column, part, asked[at]!))
}

/** A file may ask for some of the forms only. */
function hasPrices(got: string, wanted: string): boolean {
  const prices = new Map(listOf(got).map((part) => part.split(/\s+/) as [string, string]))
  return listOf(wanted).every((part) => {
    const [vat = '', price = ''] = part.replace('%', '').split(/\s+/)
    return prices.has(vat) && isNear('', prices.get(vat)!, price)
  })
}

function isNear(column: string, got: string, wanted: string): boolean {
  const [a, b] = [Number(got), Number(wanted)]
  if (got === '' || wanted === '' || Number.isNaN(a) || Number.isNaN(b)) return got === wanted
  // Half a kopeck is a rounding of the one who wrote the file; a share has two places.
  return Math.abs(a - b) < (SHARES.includes(column) ? 0.0101 : 0.005)
}

const listOf = (text: string) =>
  text
    .split(/[;,]/)
    .map((word) => word.trim())
    .filter(Boolean)
