import { Hono } from 'hono'
import { teachPlaceInput } from '../../contract/actions.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { normalisePlaceText } from '../places/normalise.ts'
import { teachPlace } from '../store/taught-places.ts'
import type { ApiContext } from './api-context.ts'
import { carriersFor } from './carriers.get.ts'
import { requireCard, signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

/** `PUT /api/places`: a person says what a text means; everything that holds it is looked at anew. */
export function placesPut(context: ApiContext) {
  return new Hono().put('/api/places', signedIn(context), validated('json', teachPlaceInput), async (call) => {
    const { load, text, placeId } = call.req.valid('json')
    const { viewer, room } = call.var
    requireCard(viewer, load)
    if (!context.gazetteer.byId(placeId)) throw new NotFoundError('There is no such place', 'place_unknown')
    const normalised = normalisePlaceText(text)
    if (!normalised)
      throw new InvalidInputError('The text holds no words', [{ path: 'text', message: 'no words to remember' }])
    await teachPlace(room.store, {
      text: normalised,
      placeId,
      byUserId: viewer.userId,
      at: new Date(context.now()).toISOString(),
    })
    await room.relearnPlace(text)
    return call.json(await carriersFor(context, room, viewer, load, false))
  })
}
