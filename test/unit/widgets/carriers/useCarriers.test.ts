import { expect, test } from 'vitest'
import { createApi } from '../../../../widgets/shared/api.ts'
import { holdSession } from '../../../../widgets/shared/session.ts'
import { useAttempts } from '../../../../widgets/carriers/useAttempts.ts'
import { useCarriers } from '../../../../widgets/carriers/useCarriers.ts'
import type { CarriersAnswer } from '../../../../contract/carriers.ts'
import { usualAnswer } from '../../../support/widget-fixture/answers.ts'
import { sessionOf } from '../../../support/widget-fixture/scenarios.ts'

const now = new Date('2025-11-23T09:00:00Z')
const session = sessionOf('ru', 'http://portal', 't')

function open(answers: { fresh: CarriersAnswer; attemptStatus?: number }) {
  const api = createApi(
    holdSession(session, () => Promise.reject(new Error('no frame'))),
    (path) => {
      if (String(path) === '/api/attempts') {
        const problem = JSON.stringify({ code: 'no_right', message: 'no' })
        return Promise.resolve(
          new Response(answers.attemptStatus ? problem : '{}', { status: answers.attemptStatus ?? 201 }),
        )
      }
      return Promise.resolve(new Response(JSON.stringify(answers.fresh)))
    },
  )
  const carriers = useCarriers(usualAnswer(now), api)
  return { carriers, attempts: useAttempts(carriers, api, session) }
}

const ids = (list: readonly { companyId: number }[]) => list.map((row) => row.companyId)

test('a carrier that says he does not run the lane keeps his line until the new order is asked for', async () => {
  const usual = usualAnswer(now)
  const [volga, ...others] = usual.rows
  const out = { ...volga!, vetoes: [{ kind: 'attempt' as const, result: 'wrong_direction' as const, until: null }] }
  const { carriers, attempts } = open({ fresh: { ...usual, rows: others, vetoed: [out, ...usual.vetoed] } })
  await attempts.record(volga!, { result: 'wrong_direction', until: null, freePlace: null, comment: null })
  expect(carriers.rows.value[0]).toMatchObject({ companyId: 501, vetoes: [{ result: 'wrong_direction' }] })
  expect(carriers.settled.value).toBe(false)
  carriers.settle()
  expect(ids(carriers.rows.value)).not.toContain(501)
  expect(ids(carriers.vetoed.value)[0]).toBe(501)
  expect(carriers.settled.value).toBe(true)
})

test('an attempt is on screen at once and taken back when the server refuses it', async () => {
  const { carriers, attempts } = open({ fresh: usualAnswer(now), attemptStatus: 403 })
  const recording = attempts.record(carriers.rows.value[0]!, {
    result: 'too_dear',
    until: null,
    freePlace: null,
    comment: null,
  })
  expect(carriers.rows.value[0]!.attempts[0]).toMatchObject({ result: 'too_dear', byName: 'Мельникова Дарья' })
  await expect(recording).rejects.toMatchObject({ code: 'no_right' })
  expect(carriers.rows.value[0]!.attempts).toEqual([])
})

test('rows that a change does not touch stay the same objects', () => {
  const { carriers } = open({ fresh: usualAnswer(now) })
  const before = carriers.rows.value
  carriers.edit((row) => row)
  expect(carriers.rows.value).toBe(before)
  carriers.editOne(502, (row) => ({ ...row, preferred: true }))
  expect(carriers.rows.value[0]).toBe(before[0])
  expect(carriers.rows.value[1]!.preferred).toBe(true)
})
