import { Hono } from 'hono'
import { decisionInput, type DecisionAnswer, type DecisionInput } from '../../contract/refusals.ts'
import { NotAllowedError, NotFoundError } from '../errors.ts'
import type { Move } from '../refusal/step.ts'
import { readPeople } from '../store/people.ts'
import { findRefusal } from '../store/refusals.ts'
import type { ApiContext } from './api-context.ts'
import { decide } from './refusals/decide.ts'
import { instruct } from './refusals/instruct.ts'
import { viewRefusals } from './refusals/view-refusals.ts'
import type { Viewer } from './session/bearer.ts'
import type { PortalRoom } from './session/portal-room.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/**
 * `POST /api/refusals/decisions`: one decision over one or several refusals, each with its own outcome. Who may decide
 * is the pure rules' answer, whatever the screen has offered.
 */
export function refusalDecisionsPost(context: ApiContext) {
  return new Hono().post(
    '/api/refusals/decisions',
    signedIn(context),
    validated('json', decisionInput),
    async (call) => {
      const input = call.req.valid('json')
      const { viewer, room } = call.var
      await requireColleague(room, input.toUserId)
      const results: DecisionAnswer['results'] = []
      for (const { key, version } of input.refusals) {
        await requireSight(room, viewer, key)
        const press = { key: `${input.key} ${key}`, refusalKey: key }
        const outcome =
          input.action === 'instruct'
            ? await instruct(context, room, { ...press, by: viewer.userId, text: input.text })
            : await decide(context, room, { ...press, version, move: moveOf(input, input.action, viewer.userId) })
        if (!outcome) throw new NotFoundError('There is no such refusal')
        const [refusal] = await viewRefusals(context, room, viewer, [outcome.row])
        results.push({ key, denied: outcome.denied, refusal: refusal! })
      }
      return call.json({ results } satisfies DecisionAnswer)
    },
  )
}

/**
 * A session of a card reaches that card's refusals alone; one of the page reaches all, but only those may use it who
 * are something in this matter. What they may do to each the rules decide.
 */
async function requireSight(room: PortalRoom, viewer: Viewer, key: string): Promise<void> {
  const row = await findRefusal(room.store, key)
  if (!row) throw new NotFoundError('There is no such refusal')
  if (viewer.item && (viewer.item.kind !== row.cardKind || viewer.item.id !== row.cardId))
    throw new NotAllowedError('no_right', 'This session was opened for another card')
}

async function requireColleague(room: PortalRoom, userId: number | null): Promise<void> {
  if (userId === null) return
  const known = (await readPeople(room.store, [userId])).get(userId)
  if (!known?.active) throw new NotFoundError('There is no such colleague in the portal')
}

type Deciding = Exclude<DecisionInput['action'], 'instruct'>

function moveOf({ text, toUserId, untilOn }: DecisionInput, action: Deciding, by: number): Move {
  switch (action) {
    case 'return':
      return { action, by, text, toUserId, untilOn }
    case 'hand_over':
      return { action, by, text, toUserId }
    default:
      return { action, by, text }
  }
}
