import { formLevel, formText, parsePhpForm } from './php-query.ts'

/** What a portal's process posts to a robot or an action of ours. Nothing of it is true before the secret is compared. */
export interface PostedRobot {
  memberId: string
  applicationToken: string
  code: string
  /** Names one step of one process: the same again is the same step. */
  eventToken: string
  properties: Record<string, string>
}

/** Reads the form; null when it is not one. */
export function parseRobot(body: string): PostedRobot | null {
  const form = parsePhpForm(body)
  const auth = formLevel(form, 'auth')
  const memberId = formText(auth, 'member_id')
  const code = formText(form, 'code')
  const eventToken = formText(form, 'event_token')
  if (!memberId || !/^[A-Za-z0-9_-]{1,64}$/.test(memberId) || !code || !eventToken || eventToken.length > 500)
    return null
  const properties = formLevel(form, 'properties')
  return {
    memberId,
    applicationToken: formText(auth, 'application_token') ?? '',
    code,
    eventToken,
    properties: Object.fromEntries(
      Object.keys(properties).flatMap((name) => {
        const value = formText(properties, name)
        return value === null ? [] : [[name, value.slice(0, 2000)]]
      }),
    ),
  }
}
