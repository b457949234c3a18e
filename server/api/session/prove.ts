import { NotAllowedError, PortalError } from '../../errors.ts'
import type { BatchMemberAnswer, PortalClient } from '../../portal/portal-client.ts'

/** A person as the portal named him to his own token. */
export interface ProvedPerson {
  userId: number
  userName: string
  isAdmin: boolean
}

export interface Proof {
  person: ProvedPerson
  /** The card's item as this person may read it; null where the placement has none, or it was not shown. */
  item: Record<string, unknown> | null
  /** Why the item was not shown: the portal's no (NotAllowedError), or its silence (PortalError). */
  withheld: NotAllowedError | PortalError | null
}

/**
 * One batch with the posted token to the portal's stored endpoint: whose token it is, that it belongs to our app, and
 * the card's item with that person's rights. Who somebody is stands proved also when his card does not.
 * Errors: NotAllowedError when the portal says no to the token; PortalError when it did not answer.
 */
export async function prove(
  client: PortalClient,
  clientId: string,
  item: { entityTypeId: number; id: number } | null,
): Promise<Proof> {
  const answers = await client.batch({
    profile: { method: 'profile' },
    app: { method: 'app.info' },
    ...(item && {
      item: {
        method: 'crm.item.get',
        params: { entityTypeId: item.entityTypeId, id: item.id, useOriginalUfNames: 'Y' },
      },
    }),
  })
  const app = told(answers.app, 'app.info')
  if (app.CODE !== clientId) throw new NotAllowedError('not_signed_in', 'This token was issued to another application')
  const profile = told(answers.profile, 'profile')
  const userId = Number(profile.ID)
  if (!Number.isInteger(userId) || userId <= 0) throw new NotAllowedError('not_signed_in', 'The portal named nobody')
  const person = {
    userId,
    userName: [profile.NAME, profile.LAST_NAME].filter((part) => typeof part === 'string' && part).join(' '),
    isAdmin: profile.ADMIN === true || profile.ADMIN === 'Y',
  }
  if (!item) return { person, item: null, withheld: null }
  try {
    return { person, item: itemOf(answers.item), withheld: null }
  } catch (error) {
    if (error instanceof NotAllowedError || error instanceof PortalError) return { person, item: null, withheld: error }
    throw error
  }
}

function told(answer: BatchMemberAnswer | undefined, method: string): Record<string, unknown> {
  if (answer?.ok && typeof answer.result === 'object' && answer.result !== null)
    return answer.result as Record<string, unknown>
  // A method that has used up its execution time says nothing of the token.
  if (!answer || answer.ok || answer.status === 0 || answer.status === 429 || answer.status >= 500)
    throw new PortalError(method, answer && !answer.ok ? answer.code : '', 0, { retryable: true })
  throw new NotAllowedError('not_signed_in', 'The portal does not accept this token')
}

/** The portal says "not found" and "no access" alike for what somebody may not read; so do we. */
function itemOf(answer: BatchMemberAnswer | undefined): Record<string, unknown> {
  if (answer && !answer.ok && answer.status >= 400 && answer.status < 500 && answer.status !== 429)
    throw new NotAllowedError('no_right', 'The portal does not let you read this card')
  const { item } = told(answer, 'crm.item.get')
  if (typeof item !== 'object' || item === null)
    throw new NotAllowedError('no_right', 'The portal does not let you read this card')
  return item as Record<string, unknown>
}
