import { Hono } from 'hono'
import { teachPlaceInput } from '../../contract/actions.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { normalisePlaceText } from '../places/normalise.ts'
import { readLoadRow } from '../store/load-reader.ts'
import { teachPlace } from '../store/taught-places.ts'
import type { ApiContext } from './api-context.ts'
import { carriersFor } from './carriers.get.ts'
import { stopsOf } from './carriers/load-view.ts'
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
    // The lesson holds for the whole portal: only who sees the text before him may give it.
    const row = await readLoadRow(room.store, load.kind, load.id)
    if (!row || !stopsOf(row).some((stop) => stop.text !== null && normalisePlaceText(stop.text) === normalised))
      throw new InvalidInputError('This text does not stand in the card', [
        { path: 'text', message: 'not of this load' },
      ])
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
