import type { UserField } from '../state/user-fields.ts'

/** A user field as `userfieldconfig.*` answers it. */
export function printUserField(field: UserField, withElements: boolean): Record<string, unknown> {
  const languages = Object.keys(field.label).length > 0 ? Object.keys(field.label) : ['ru', 'en']
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
    settings: Object.keys(field.settings).length === 0 ? [] : field.settings,
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
