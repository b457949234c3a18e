import { RestError } from './errors.ts'

/** What a webhook is told by the methods of the push server. */
export const pushContext = (): RestError =>
  new RestError(
    403,
    'WRONG_AUTH_TYPE',
    'Get access to application config available only for application authorization.',
  )
