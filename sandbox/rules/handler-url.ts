import { RestError } from './errors.ts'

/** An address the portal can send people or events to: absolute, http or https, its host with a dot. */
export function checkHandler(text: string): string {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new RestError(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RestError(400, 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol')
  if (!url.hostname.includes('.')) throw new RestError(400, 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL')
  return text
}
