import { describe, expect, test } from 'vitest'
import { makeMogutin } from '../../../../sandbox/seeds/mogutin.ts'
import { makeMogutinOwn } from '../../../../sandbox/seeds/mogutin-own.ts'
import { OWN_CARRIER, OWN_OFFER, OWN_ORDER, OWN_REQUEST } from '../../../../sandbox/seeds/own/processes.ts'
import { DICTIONARY } from '../../../../server/portal/dictionary.ts'
import { guessElements } from '../../../../server/portal/guess/guess-elements.ts'
import { guessFields } from '../../../../server/portal/guess/guess-fields.ts'
import { guessProcesses } from '../../../../server/portal/guess/guess-processes.ts'
import { guessStages } from '../../../../server/portal/guess/guess-stages.ts'
import { portalFieldsOf, portalStagesOf } from '../../../support/seed-fields.ts'

const options = { today: '2026-11-23', scale: 0.02 }
const own = makeMogutinOwn(options)
const PAIRS = [
  ['request', OWN_REQUEST],
  ['order', OWN_ORDER],
  ['offer', OWN_OFFER],
  ['carrier', OWN_CARRIER],
] as const
const OWN_COMPANIES = [
  { id: 1, title: 'ООО «Могутин Логистика»' },
  { id: 2, title: 'ООО «Могутин Экспресс»' },
  { id: 3, title: 'ООО «Могутин Юг»' },
  { id: 4, title: 'ИП Могутин А. Н.' },
]

test('of twenty-three processes the four are found that say what ours say', () => {
  const processes = own.types.map((type) => ({ ...type, fields: portalFieldsOf(type) }))
  const guesses = guessProcesses(processes)
  expect(Object.fromEntries(PAIRS.map(([name]) => [name, guesses[name]?.entityTypeId]))).toEqual(
    Object.fromEntries(PAIRS.map(([name, process]) => [name, process.entityTypeId])),
  )
})

test('in a portal that has our own processes those are found, by codes alone', () => {
  const types = makeMogutin(options).types
  const guesses = guessProcesses(types.map((type) => ({ ...type, title: 'Процесс', fields: portalFieldsOf(type) })))
  expect([guesses.request, guesses.order, guesses.offer, guesses.carrier].map((one) => one?.entityTypeId)).toEqual([
    1036, 1040, 1044, 1048,
  ])
})

describe.each(PAIRS)('the grown %s', (name, process) => {
  const fields = portalFieldsOf(process.type)
  const guesses = guessFields(name, fields)

  test('has each of its fields recognised, and none taken for something else', () => {
    const truth = Object.fromEntries(
      process.plan.fields.flatMap(({ of }, at) => (of === null ? [] : [[of, fields[at]!.label]])),
    )
    const guessed = Object.fromEntries(Object.entries(guesses).map(([code, { field }]) => [code, field.label]))
    expect(guessed).toEqual(truth)
  })

  test('has every element of its lists understood', () => {
    const wrong = process.plan.fields.flatMap(({ of, words }, at) => {
      const definition = DICTIONARY[name].fields.find((one) => one.code === of)
      if (!definition || !words) return []
      const found = guessElements(definition, fields[at]!.elements, OWN_COMPANIES)
      return Object.entries(words).flatMap(([code, wording]) => {
        const element = fields[at]!.elements.find((one) => one.label === wording)!
        const meant = found[String(element.id)]?.split(':').at(-1)
        const wanted = code === 'Y' ? 'yes' : code === 'N' ? 'no' : code
        return meant === wanted ? [] : [`${of}: «${wording}» is ${wanted}, guessed ${meant}`]
      })
    })
    expect(wrong).toEqual([])
  })

  test('has its stages understood, those of nobody left as they are', () => {
    const stages = portalStagesOf(process.type)
    const guessed = guessStages(name, stages)
    const wrong = process.plan.stages.filter(({ of, statusId, semantics }) => {
      const full = stages.find((one) => one.statusId.endsWith(`:${statusId}`))!.statusId
      return of.length ? !of.includes(guessed[full] ?? '') : semantics === null && guessed[full] !== undefined
    })
    expect(wrong.map((stage) => stage.name)).toEqual([])
  })
})
