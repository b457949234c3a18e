import { accessDenied } from '../rules/errors.ts'
import type { Method } from '../rules/method.ts'
import { toUpperName } from '../rules/names.ts'
import { flagNames } from '../rules/type-flags.ts'

const own: [name: string, type: string, title: string, isReadOnly: boolean][] = [
  ['id', 'integer', 'ID', true],
  ['title', 'string', 'Название', false],
  ['code', 'string', 'Код', false],
  ['createdBy', 'user', 'Кем создан', true],
  ['entityTypeId', 'integer', 'ID типа', false],
  ['customSectionId', 'integer', 'Цифровое рабочее место', false],
  ['createdTime', 'datetime', 'Когда создан', true],
  ['updatedTime', 'datetime', 'Когда обновлён', true],
  ['updatedBy', 'user', 'Кем обновлён', true],
]

export const method: Method = {
  scope: 'crm',
  isIntranetOnly: true,
  adminOnly: accessDenied,
  run() {
    const flags = flagNames.map((name): (typeof own)[number] => [name, 'boolean', name, false])
    const fields = [...own, ...flags].map(([name, type, title, isReadOnly]) => [
      name,
      {
        type,
        isRequired: name === 'title',
        isReadOnly,
        isImmutable: name === 'entityTypeId',
        isMultiple: false,
        isDynamic: false,
        title,
        upperName: toUpperName(name),
      },
    ])
    return { result: { fields: Object.fromEntries(fields) as unknown } }
  },
}
