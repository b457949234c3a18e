import { expect, test } from 'vitest'
import { PROBLEM_CODES } from '../../../../../contract/problem.ts'
import { type Write, WRITE_REASONS, type WriteStep } from '../../../../../contract/write.ts'
import {
  othersWriteReasonText,
  problemSentence,
  writeReasonText,
} from '../../../../../widgets/shared/sentences/problem.ts'
import { isUnderWay, writeSentence, writeTone } from '../../../../../widgets/shared/sentences/write.ts'

const AUTHOR = 7
const step = (state: WriteStep['state'], reason: WriteStep['reason'] = null): WriteStep => ({
  command: 'create-offer',
  state,
  reason,
  portalId: null,
})
const write = (state: Write['state'], steps: WriteStep[]): Write => ({
  key: 'k',
  state,
  steps,
  byUserId: AUTHOR,
  acceptedAt: '',
})

test('a row goes from «записывается» to «записано»', () => {
  expect(writeSentence('ru', write('pending', [step('pending')]), AUTHOR)).toBe('записывается…')
  expect(writeSentence('ru', write('done', [step('done')]), AUTHOR)).toBe('записано')
  expect(isUnderWay(write('sending', []))).toBe(true)
  expect(writeTone(write('done', []))).toBe('good')
})

test('a write that waits for the portal says so', () => {
  expect(writeSentence('ru', write('sending', [step('sending', 'portal_unreachable')]), AUTHOR)).toBe(
    'записывается: портал не отвечает, запишем, когда ответит',
  )
})

test('a refusal names its cause, not its consequence', () => {
  const refused = write('refused', [step('refused', 'dependency_refused'), step('refused', 'item_gone')])
  expect(writeSentence('ru', refused, AUTHOR)).toBe('не записано: карточку удалили')
  expect(writeSentence('en', refused, AUTHOR)).toBe('not written: the card was deleted')
})

test('a chain that stands in part says that it does', () => {
  expect(writeSentence('ru', write('refused', [step('done'), step('refused', 'no_right')]), AUTHOR)).toBe(
    'записано не всё: у вас нет права записать это в портале',
  )
})

test('every problem and every reason has a sentence in both languages', () => {
  for (const code of [...PROBLEM_CODES, 'offline' as const]) {
    expect(problemSentence('ru', code)).toMatch(/[а-яё]{4}.*\.$/)
    expect(problemSentence('en', code)).toMatch(/[a-z]{3}.*\.$/)
  }
  for (const reason of WRITE_REASONS) {
    expect(writeReasonText('ru', reason)).toMatch(/^[а-яё].*[^.]$/)
    expect(writeReasonText('en', reason)).toMatch(/^[a-z].*[^.]$/)
  }
})

test('who looks through what others wrote is not told of himself', () => {
  for (const reason of WRITE_REASONS) {
    expect(othersWriteReasonText('ru', reason)).not.toMatch(/(^|[^а-яё])(вы|вас|вам|обновите)([^а-яё]|$)/)
    expect(othersWriteReasonText('en', reason)).not.toMatch(/\b(you|your|reload)\b/)
  }
  expect(othersWriteReasonText('ru', 'no_right')).toBe('у автора нет на это права в портале')
})
