import { PortalError } from '../../errors.ts'

/**
 * A person looks at a skeleton meanwhile: the portal has `limitMs` to answer `ask`. Later `givenUp` fires, so that what
 * has not been sent by then takes nobody's turn at the portal's limits; what has been sent is not taken back.
 */
export async function withinLimit<Answer>(
  limitMs: number,
  ask: (givenUp: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const waiting = new AbortController()
  const answer = ask(waiting.signal)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new PortalError('batch', 'NO_ANSWER_IN_TIME', 0, { retryable: true })
      reject(error)
      waiting.abort(error)
    }, limitMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}
