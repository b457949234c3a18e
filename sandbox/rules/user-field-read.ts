import type { EnumElement, UserField } from '../state/user-fields.ts'
import { withoutCode } from './errors.ts'
import { isYes, toInteger, toMap, toText, type Params } from './params.ts'
import { asList } from './values.ts'

/** A label by language: a plain text stands for both. */
export function readTexts(raw: unknown, before: Record<string, string>): Record<string, string> {
  if (raw === undefined) return before
  if (typeof raw === 'string') return { ru: raw, en: raw }
  const texts = Object.entries(toMap(raw)).map(([language, text]): [string, string] => [language, toText(text)])
  return { ...before, ...Object.fromEntries(texts) }
}

/**
 * The elements of an enumeration after a change: with an id an element is changed, without one it is added, with
 * `del: Y` it goes; those not named stay. A new element without an xmlId gets a random one.
 */
export function readElements(
  raw: unknown,
  before: EnumElement[],
  nextId: () => number,
  random: (length: number) => string,
): EnumElement[] {
  const elements = [...before]
  for (const entry of asList(raw)) {
    const row = toMap(entry)
    const id = toInteger(row['id'])
    const at = elements.findIndex((element) => element.id === id)
    const known = elements[at]
    if (known && isYes(row['del'])) elements.splice(at, 1)
    else if (known) elements[at] = readElement(row, known)
    else if (toText(row['value']).trim() !== '')
      elements.push(
        readElement(row, {
          id: nextId(),
          value: '',
          isDefault: false,
          sort: (elements.length + 1) * 100,
          xmlId: random(32),
        }),
      )
  }
  const codes = elements.map((element) => element.xmlId)
  if (new Set(codes).size < codes.length) throw withoutCode('List values have the same XML_ID.')
  return elements
}

function readElement(row: Params, before: EnumElement): EnumElement {
  return {
    id: before.id,
    value: toText(row['value']).trim() || before.value,
    isDefault: row['def'] === undefined ? before.isDefault : isYes(row['def']),
    sort: toInteger(row['sort']) ?? before.sort,
    xmlId: toText(row['xmlId']).trim() || before.xmlId,
  }
}

/** What both adding and changing may set. */
export function readChangeable(row: Params, before: UserField): UserField {
  const flag = (name: string, was: string): string => (row[name] === undefined ? was : toText(row[name]))
  return {
    ...before,
    xmlId: row['xmlId'] === undefined ? before.xmlId : toText(row['xmlId']),
    sort: toInteger(row['sort']) ?? before.sort,
    mandatory: row['mandatory'] === undefined ? before.mandatory : isYes(row['mandatory']),
    showFilter: flag('showFilter', before.showFilter),
    editInList: flag('editInList', before.editInList),
    isSearchable: flag('isSearchable', before.isSearchable),
    settings: row['settings'] === undefined ? before.settings : { ...before.settings, ...toMap(row['settings']) },
    label: readTexts(row['editFormLabel'], before.label),
    help: readTexts(row['helpMessage'], before.help),
  }
}
