import type { UserField } from '../state/user-fields.ts'

const ownSettings: Record<string, Record<string, unknown>> = {
  enumeration: { DISPLAY: 'LIST', LIST_HEIGHT: 1, CAPTION_NO_VALUE: '', SHOW_NO_VALUE: 'Y' },
  string: { SIZE: 20, ROWS: 1, REGEXP: '', MIN_LENGTH: 0, MAX_LENGTH: 0, DEFAULT_VALUE: '' },
  double: { PRECISION: 2, SIZE: 20, MIN_VALUE: 0, MAX_VALUE: 0, DEFAULT_VALUE: null },
  integer: { SIZE: 20, MIN_VALUE: 0, MAX_VALUE: 0, DEFAULT_VALUE: null },
}

/** What was set, over what the portal sets by itself; nothing at all is an empty list. */
function printSettings(field: UserField): unknown {
  const settings = { ...ownSettings[field.userTypeId], ...field.settings }
  return Object.keys(settings).length === 0 ? [] : settings
}

/** A user field as `userfieldconfig.*` answers it. */
export function printUserField(field: UserField, withElements: boolean): Record<string, unknown> {
  const languages = [...new Set(['ru', 'en', ...Object.keys(field.label)])]
  const byLanguage = (texts: Record<string, string>): Record<string, string | null> =>
    Object.fromEntries(languages.map((language) => [language, texts[language] ?? null]))
  const printed: Record<string, unknown> = {
    id: String(field.id),
    entityId: field.entityId,
    fieldName: field.fieldName,
    userTypeId: field.userTypeId,
    xmlId: field.xmlId,
    sort: String(field.sort),
    multiple: field.multiple ? 'Y' : 'N',
    mandatory: field.mandatory ? 'Y' : 'N',
    showFilter: field.showFilter,
    showInList: 'N',
    editInList: field.editInList,
    isSearchable: field.isSearchable,
    settings: printSettings(field),
    languageId: Object.fromEntries(languages.map((language) => [language, language])),
    editFormLabel: byLanguage(field.label),
    listColumnLabel: byLanguage({}),
    listFilterLabel: byLanguage({}),
    errorMessage: byLanguage({}),
    helpMessage: byLanguage(field.help),
  }
  if (withElements && field.userTypeId === 'enumeration')
    printed['enum'] = field.elements.map((element) => ({
      id: String(element.id),
      userFieldId: String(field.id),
      value: element.value,
      def: element.isDefault ? 'Y' : 'N',
      sort: String(element.sort),
      xmlId: element.xmlId,
    }))
  return printed
}
