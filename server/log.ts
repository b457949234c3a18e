import { pino, type Logger } from 'pino'

export type Log = Logger

/** Names under which secrets and personal data travel; whatever stands there never reaches a log. */
const SECRET_PATHS = [
  'access_token',
  'refresh_token',
  'accessToken',
  'refreshToken',
  'auth',
  'AUTH_ID',
  'REFRESH_ID',
  'APPLICATION_TOKEN',
  'applicationToken',
  'clientSecret',
  'token',
  'phone',
  'authorization',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** A structured logger to standard output; `level: 'silent'` for tests. */
export function createLog(level: string, destination?: NodeJS.WritableStream): Log {
  const options = { level, redact: { paths: SECRET_PATHS, censor: '[hidden]' }, base: undefined }
  return destination ? pino(options, destination) : pino(options)
}
