import type { PortalField } from '../portal/guess/guess-fields.ts'
import type { Row } from './portal-lists.ts'

const MOST = 3
const LONGEST = 40

/** A few different values of a field as people see them; long ones are cut, digits of telephone numbers hidden. */
export function sampleOf(field: PortalField, rows: readonly Row[]): string[] {
  const labels = new Map(field.elements.map(({ id, label }) => [String(id), label]))
  const texts = rows
    .flatMap((row) => [row[field.name] ?? []].flat())
    .flatMap((value) => {
      if (value === null || value === undefined || value === '' || value === false) return []
      const text = labels.get(String(value)) ?? plain(field.type, String(value))
      return [text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text]
    })
  return [...new Set(texts)].slice(0, MOST)
}

function plain(type: string, text: string): string {
  if (type === 'boolean') return text === 'Y' || text === '1' ? 'да' : 'нет'
  if (type === 'date' || type === 'datetime') return text.slice(0, 10).split('-').toReversed().join('.')
  if (type === 'money') return text.replace('|', ' ')
  // Ten digits and more are a telephone number: samples are page data, and those hold none.
  return text.replaceAll(/(?:\+?\d[\s()-]*){10,}/gu, (digits) => digits.replaceAll(/\d/gu, '•'))
}
