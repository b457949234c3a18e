import type { Role } from '../../../contract/codes.ts'
import type { Session } from '../../../contract/session.ts'
import { NotAllowedError, PortalError } from '../../errors.ts'
import { sameSecret } from '../../same-secret.ts'
import { noteAdministrator } from '../../store/administrators.ts'
import { dropProof, isProved, saveProof, type ProvedItem } from '../../store/proofs.ts'
import { releaseStepsOf } from '../../store/write-steps.ts'
import type { Bearer, Viewer } from './bearer.ts'
import type { PortalRoom } from './portal-room.ts'
import type { Posted } from './posted.ts'
import { PROOF_MS } from './proof-cache.ts'
import { prove, type Proof, type ProvedPerson } from './prove.ts'
import { rolesOfPerson } from './roles-of-person.ts'
import type { Card, Standing } from './standing.ts'
import { withinLimit } from './time-limit.ts'

export interface SessionSettings {
  /** Milliseconds. */
  now: () => number
  clientId: string
  bearer: Bearer
  /** How long a person may wait for the portal's proof. */
  proofLimitMs: number
}

export interface OpenedSession {
  viewer: Viewer
  session: Session
  /** The portal did not answer: an earlier proof was used. */
  stale: boolean
}

/**
 * Opens a session for a card, a call or a page. The portal itself says who this is and that he may read the card; when
 * it is silent, only what it said within the last 15 minutes counts.
 * Errors: NotAllowedError, NotFoundError; PortalError when the portal did not answer and nothing was proved before.
 */
export async function openSession(
  room: PortalRoom,
  posted: Posted,
  { card, opensFor }: Standing,
  settings: SessionSettings,
): Promise<OpenedSession> {
  checkApplicationToken(room, posted)
  const { person, stale } = card
    ? await provedPerson(room, posted, card, settings)
    : { person: await provedVisitor(room, posted, settings), stale: false }
  const roles = await rolesOfPerson(room.store, person)
  if (!roles.some((role) => opensFor.includes(role)))
    throw new NotAllowedError('no_right', 'Your role does not open this')
  const item = card && { kind: card.kind, id: card.id }
  return { ...(await signed(room, person, roles, item, posted, settings)), stale }
}

/** A session of the app's own page: for administrators of the portal. */
export async function openAdminSession(
  room: PortalRoom,
  posted: Posted,
  settings: SessionSettings,
): Promise<OpenedSession> {
  checkApplicationToken(room, posted)
  const person = await provedVisitor(room, posted, settings)
  if (!person.isAdmin) throw new NotAllowedError('no_right', 'Only an administrator of the portal can set Reis up')
  const roles = await rolesOfPerson(room.store, person)
  return { ...(await signed(room, person, roles, null, posted, settings)), stale: false }
}

/** Somebody who stands in no card: only who he is has to be proved. */
async function provedVisitor(room: PortalRoom, posted: Posted, settings: SessionSettings): Promise<ProvedPerson> {
  const token = posted.accessToken
  const known = room.proofs.covers(token, null) ? room.proofs.person(token) : null
  if (known) return known
  const { person } = await ask(room, posted, null, settings, async (proof) => {
    await keep(room, posted, proof.person, settings)
    room.proofs.remember(token, null, proof.person)
  })
  return person
}

function checkApplicationToken(room: PortalRoom, posted: Posted): void {
  const known = room.portal.applicationToken
  if (known && posted.applicationToken && !sameSecret(known, posted.applicationToken))
    throw new NotAllowedError('portal_unknown', 'This was not posted by the portal it names')
}

async function provedPerson(
  room: PortalRoom,
  posted: Posted,
  card: Card,
  settings: SessionSettings,
): Promise<{ person: ProvedPerson; stale: boolean }> {
  const token = posted.accessToken
  const itemKey = `${card.entityTypeId} ${card.id}`
  const known = room.proofs.person(token)
  if (known && room.proofs.covers(token, itemKey)) return { person: known, stale: false }
  const rowOf = (userId: number): ProvedItem => ({ userId, entityTypeId: card.entityTypeId, itemId: card.id })
  const learn = async ({ person, item, withheld }: Proof) => {
    // Also at a card that was deleted he is who he is: what waited for his sign-in may go. Of a stranger nothing is kept.
    if (!withheld || (await room.tokens.knows(room.memberId, person.userId))) await keep(room, posted, person, settings)
    if (withheld) throw withheld
    room.proofs.remember(token, itemKey, person)
    await saveProof(room.store, rowOf(person.userId), new Date(settings.now()).toISOString())
    // It was just read: the copy need not wait for its next look.
    if (item) await room.takeOver(card.kind, item)
  }
  try {
    const item = { entityTypeId: card.entityTypeId, id: card.id }
    const { person } = await ask(room, posted, item, settings, learn)
    return { person, stale: false }
  } catch (thrown) {
    const error = answeredNo(thrown)
    if (error instanceof NotAllowedError && known) {
      if (error.code === 'no_right') await dropProof(room.store, rowOf(known.userId))
      else room.proofs.forget(token)
    }
    const since = new Date(settings.now() - PROOF_MS).toISOString()
    if (error instanceof PortalError && known && (await isProved(room.store, rowOf(known.userId), since)))
      return { person: known, stale: true }
    throw error
  }
}

/** Only silence lets an earlier proof count. A portal that answers no, whatever its reason (a dismissed employee), is heard. */
function answeredNo(error: unknown): unknown {
  const isNo = error instanceof PortalError && !error.retryable && error.status >= 400
  return isNo ? new NotAllowedError('not_signed_in', 'The portal does not let this person in') : error
}

/** `learn` is told of the proof also when it comes too late for whoever waited: he need not ask again then. */
async function ask(
  room: PortalRoom,
  posted: Posted,
  item: { entityTypeId: number; id: number } | null,
  settings: SessionSettings,
  learn: (proof: Proof) => Promise<void>,
): Promise<Proof> {
  let learnt: Promise<void> | undefined
  const proof = await withinLimit(settings.proofLimitMs, async (givenUp) => {
    const client = room.clients.forPostedToken(room.portal, posted.accessToken, givenUp)
    const proving = prove(client, settings.clientId, item)
    learnt = proving.then(learn)
    learnt.catch(() => undefined)
    return proving
  })
  await learnt
  return proof
}

/** The outbox acts as this person: his tokens are kept, sealed, now that the portal has named him. */
async function keep(room: PortalRoom, posted: Posted, person: ProvedPerson, settings: SessionSettings): Promise<void> {
  if (!posted.refreshToken) return
  await room.tokens.save(room.memberId, person.userId, {
    accessToken: posted.accessToken,
    refreshToken: posted.refreshToken,
    expiresAt: new Date(settings.now() + posted.expiresInSeconds * 1000).toISOString(),
  })
  await noteAdministrator(room.store, person.userId, person.isAdmin)
  if (person.isAdmin) await room.administratorCame(person.userId)
  await releaseStepsOf(room.store, person.userId)
  room.wakeOutbox()
}

async function signed(
  room: PortalRoom,
  person: ProvedPerson,
  roles: Role[],
  item: Viewer['item'],
  posted: Posted,
  settings: SessionSettings,
): Promise<Pick<OpenedSession, 'viewer' | 'session'>> {
  const { language } = posted
  const viewer: Viewer = { memberId: room.memberId, ...person, roles, language, item }
  const { token, expiresAt } = await settings.bearer.sign(viewer)
  return { viewer, session: { token, expiresAt, ...person, roles, language, portalOrigin: room.origin } }
}
