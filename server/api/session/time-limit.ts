import { PortalError } from '../../errors.ts'

/** A person looks at a skeleton meanwhile: the portal has this long to answer. The call itself is not taken back. */
export async function withinLimit<Answer>(answer: Promise<Answer>, limitMs: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new PortalError('batch', 'NO_ANSWER_IN_TIME', 0, { retryable: true })), limitMs)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}
