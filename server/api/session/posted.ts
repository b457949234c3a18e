import { z } from 'zod'
import type { Language } from '../../../contract/codes.ts'
import type { SessionInput } from '../../../contract/session.ts'
import { InvalidInputError } from '../../errors.ts'

/** What a browser says of itself and of the card it stands in. All of it is input; nothing of it is proved. */
export interface Posted {
  memberId: string
  accessToken: string
  refreshToken: string
  expiresInSeconds: number
  applicationToken: string | null
  oauthEndpoint: string | null
  placement: string
  /** What the placement was told, as the portal spells it. */
  options: Record<string, unknown>
  /** Id of the card's item; null where the placement has none, 0 for a card that is not saved yet. */
  itemId: number | null
  language: Language
}

const text = (most: number) => z.string().max(most)
const form = z.object({
  member_id: text(64).regex(/^[A-Za-z0-9_-]{1,64}$/),
  AUTH_ID: text(400).min(1),
  REFRESH_ID: text(400).default(''),
  AUTH_EXPIRES: z.coerce.number().int().min(0).max(86_400).catch(3600),
  APPLICATION_TOKEN: text(200).optional(),
  SERVER_ENDPOINT: text(200).optional(),
  PLACEMENT: text(80).default('DEFAULT'),
  PLACEMENT_OPTIONS: text(20_000).default('{}'),
})

/** Body and query of a placement's POST. Throws InvalidInputError. */
export function readPostedForm(body: Record<string, unknown>, query: Record<string, string>): Posted {
  const parsed = form.safeParse(body)
  if (!parsed.success)
    throw new InvalidInputError(
      'This is not what the portal posts to a placement',
      parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    )
  const value = parsed.data
  const options = optionsOf(value.PLACEMENT_OPTIONS)
  return {
    memberId: value.member_id,
    accessToken: value.AUTH_ID,
    refreshToken: value.REFRESH_ID,
    expiresInSeconds: value.AUTH_EXPIRES,
    applicationToken: value.APPLICATION_TOKEN || null,
    oauthEndpoint: value.SERVER_ENDPOINT || null,
    placement: value.PLACEMENT || 'DEFAULT',
    options,
    itemId: itemIdOf(options),
    language: languageOf(query.LANG ?? ''),
  }
}

/** What the SDK knows after a reload, as the same thing. */
export function readSessionInput(input: SessionInput): Posted {
  return {
    memberId: input.memberId,
    accessToken: input.accessToken,
    refreshToken: input.refreshToken,
    expiresInSeconds: input.expiresIn,
    applicationToken: null,
    oauthEndpoint: null,
    placement: input.placement || 'DEFAULT',
    options: input.placementOptions,
    itemId: itemIdOf(input.placementOptions),
    language: languageOf(input.language),
  }
}

/** The portal's languages of people who read Russian; everybody else reads English. */
export function languageOf(portalLanguage: string): Language {
  return ['ru', 'by', 'kz', 'ua', ''].includes(portalLanguage.toLowerCase().slice(0, 2)) ? 'ru' : 'en'
}

function optionsOf(json: string): Record<string, unknown> {
  try {
    const options: unknown = JSON.parse(json)
    return typeof options === 'object' && options !== null ? (options as Record<string, unknown>) : {}
  } catch (error) {
    throw new InvalidInputError('The placement options are not JSON', [
      { path: 'PLACEMENT_OPTIONS', message: error instanceof Error ? error.message : 'not JSON' },
    ])
  }
}

/** Tabs say ID, menus of smart processes ENTITY_ID; ids come as text. */
function itemIdOf(options: Record<string, unknown>): number | null {
  const raw = options.ID ?? options.ENTITY_ID
  if (raw === undefined || raw === null) return null
  const id = Number(raw)
  if (!Number.isSafeInteger(id) || id < 0)
    throw new InvalidInputError('The id of the card is not a number', [{ path: 'ID', message: 'not an id' }])
  return id
}
