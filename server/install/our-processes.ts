import { MAPPED_PROCESSES, type MappedProcessName, type OurProcess } from '../../contract/portal-map.ts'
import { DICTIONARY, type FieldDefinition } from '../portal/dictionary.ts'
import { typesFor } from '../portal/guess/may-hold.ts'

type Language = 'ru' | 'en'

/** Our processes in words, for the page on which an administrator finds their likes in his portal. */
export function ourProcesses(language: Language): Record<MappedProcessName, OurProcess> {
  return Object.fromEntries(
    MAPPED_PROCESSES.map((name) => {
      const { title, fields, stages } = DICTIONARY[name]
      return [
        name,
        {
          title: title[language],
          fields: fields.map((field) => ({
            code: field.code,
            label: field.label[language],
            types: [...typesFor(field)],
            choices: choicesOf(field, language),
            isPaymentForm: field.code.endsWith('PAYMENT_FORM'),
          })),
          stages: stages.map(({ code, label, semantics }) => ({ code, label: label[language], semantics })),
        },
      ]
    }),
  ) as Record<MappedProcessName, OurProcess>
}

const YES = { ru: 'да', en: 'yes' }
const NO = { ru: 'нет', en: 'no' }

function choicesOf({ type, elements }: FieldDefinition, language: Language): OurProcess['fields'][number]['choices'] {
  if (type === 'boolean')
    return [
      { code: 'yes', label: YES[language] },
      { code: 'no', label: NO[language] },
    ]
  return Object.entries(elements ?? {}).map(([code, label]) => ({ code, label: label[language] }))
}
