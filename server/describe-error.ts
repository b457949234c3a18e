// Our own errors hold no personal data; the text of another may hold the very row or request it stumbled over.
const OWN_ERRORS = ['InvalidInputError', 'NotAllowedError', 'NotFoundError', 'PortalError']

/** What a log may hold of an error: where it happened, and the words of our own errors only. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return { type: error.name, frames, ...(OWN_ERRORS.includes(error.name) && { message: error.message }) }
}
