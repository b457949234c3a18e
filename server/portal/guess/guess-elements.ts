import { ADR_CODES } from '../../../contract/codes.ts'
import type { FieldDefinition } from '../dictionary.ts'
import { LEXICONS, YES_OR_NO } from './lexicon.ts'
import { plainWords } from './plain-words.ts'
import { vatOfWords } from './vat-words.ts'

/** An element of a list, as the portal shows it. */
export interface PortalElement {
  id: number
  label: string
}

/** A company of the forwarder itself, which a payment form may name. */
export interface OwnCompany {
  id: number
  title: string
}

const VAT_LISTS = ['CLIENT_PAYMENT_FORM', 'CARRIER_PAYMENT_FORM', 'PAYMENT_FORM', 'VAT']

/**
 * What a wording means in our codes; null where it says nothing we know. A payment form that names an own company
 * carries it: `3:5` is company 3 with 5 per cent.
 */
export function guessElement(
  definition: FieldDefinition,
  label: string,
  ownCompanies: readonly OwnCompany[] = [],
): string | null {
  const words = plainWords(label)
  for (const [code, { ru, en }] of Object.entries(definition.elements ?? {}))
    if (words === plainWords(ru) || words === plainWords(en)) return code
  if (definition.type === 'boolean') return first(YES_OR_NO, words)
  if (VAT_LISTS.includes(definition.code)) {
    const vat = vatOfWords(label)
    const own = vat && ownCompanies.find((company) => words.includes(bareName(company.title)))
    return vat === null ? null : own ? `${own.id}:${vat}` : vat
  }
  if (definition.code === 'ADR') {
    const number = /\d(?:[.,]\d)?/u.exec(words)?.[0]?.replace(',', '.')
    return ADR_CODES.find((code) => code === number) ?? null
  }
  return first(LEXICONS[definition.code] ?? [], words)
}

/** By element id; elements that mean nothing to us are left out. */
export function guessElements(
  definition: FieldDefinition,
  elements: readonly PortalElement[],
  ownCompanies: readonly OwnCompany[] = [],
): Record<string, string> {
  const found = elements.map(({ id, label }) => [String(id), guessElement(definition, label, ownCompanies)] as const)
  return Object.fromEntries(found.filter((pair): pair is readonly [string, string] => pair[1] !== null))
}

function first(lexicon: readonly (readonly [RegExp, string])[], words: string): string | null {
  return lexicon.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** «ООО «Могутин Юг»» → «могутин юг»: forms of companies and quotes are written in many ways. */
function bareName(title: string): string {
  return plainWords(title)
    .replaceAll(/[«»"']/gu, '')
    .replace(/^(?:ооо|ао|пао|зао|ип|llc|ltd)\s+/u, '')
    .trim()
}
