import type { CarrierColumn, CarrierMapping } from '../../contract/carrier-file.ts'

const HEADERS: [CarrierColumn, RegExp][] = [
  ['phone', /телефон|(^|\s)тел\.?(\s|$)|номер|phone|mobile/iu],
  ['directions', /направлен|маршрут|куда ед|direction|route|lane/iu],
  ['body', /кузов|тип (тс|авто|машин|прицеп)|body|trailer type/iu],
  ['capacity', /груз[оа]под|тоннаж|вес|capacity|payload|tonn/iu],
  ['volume', /объ[её]м|куб|volume/iu],
  ['home', /город|база|регион|адрес|city|home|base/iu],
  ['name', /назван|перевозчик|компан|организац|контрагент|наименован|name|carrier|company/iu],
]

/** Which column is which, by the words of the header; each column is guessed once, from the left. */
export function guessMapping(header: readonly string[]): CarrierMapping {
  const mapping: CarrierMapping = {}
  for (const [position, title] of header.entries()) {
    const found = HEADERS.find(([column, words]) => mapping[column] === undefined && words.test(title))
    if (found) mapping[found[0]] = position
  }
  return mapping
}
