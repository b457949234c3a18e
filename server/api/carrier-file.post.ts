import { setImmediate as breathe } from 'node:timers/promises'
import { Hono } from 'hono'
import type { CarrierFileAccepted } from '../../contract/carrier-file.ts'
import type { AddCompanyPayload } from '../outbox/commands/add-company.ts'
import type { TeachCarrierPayload } from '../outbox/commands/teach-carrier.ts'
import { acceptChain, type NewStep } from '../store/outbox.ts'
import type { ApiContext } from './api-context.ts'
import { readUpload, type KnownDraft } from './carrier-file/read-upload.ts'
import { SHOWN_PROBLEMS } from './carrier-file-preview.post.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

/** After so many rows others get their turn. */
const ROWS_AT_ONCE = 20

/** `POST /api/carrier-file`: accepts every good row of the file; the same key again accepts nothing twice. */
export function carrierFilePost(context: ApiContext) {
  return new Hono().post('/api/carrier-file', signedIn(context), async (call) => {
    const { viewer, room } = call.var
    requireAdmin(viewer)
    const { key, drafts, problems } = await readUpload(call, room.store)
    let accepted = 0
    for (const [index, draft] of drafts.entries()) {
      await acceptChain(room.store, {
        key: `${key}-${draft.line}`,
        kind: 'carrierFile',
        userId: viewer.userId,
        input: { line: draft.line },
        loadKind: null,
        loadId: null,
        companyId: draft.companyId,
        acceptedAt: new Date(context.now()).toISOString(),
        steps: stepsOf(`${key}-${draft.line}`, draft),
      })
      accepted += 1
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe()
    }
    room.wakeOutbox()
    const answer: CarrierFileAccepted = {
      accepted,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problemCount: problems.length,
    }
    return call.json(answer, 202)
  })
}

/** The company where the portal has none, and its entry in the base. */
function stepsOf(subject: string, draft: KnownDraft): NewStep[] {
  const { name, phone, companyId, directions, body, capacityKg, volumeM3, home } = draft
  const company: NewStep = {
    command: 'add-company',
    subject,
    payload: { title: name, taxNumber: null, phone } satisfies AddCompanyPayload,
    dependsOn: [],
  }
  const payload: TeachCarrierPayload = {
    company: companyId === null ? { step: 0 } : { id: companyId },
    companyName: name,
    contact: null,
    directions,
    vehicles: [],
    whereabouts: {},
    first: {
      STATE: 'active',
      ...(body !== null && { BODY: body }),
      ...(capacityKg !== null && { CAPACITY_KG: capacityKg }),
      ...(volumeM3 !== null && { VOLUME_M3: volumeM3 }),
      ...(home !== null && { HOME_PLACE: home }),
    },
  }
  const entry: NewStep = { command: 'teach-carrier', subject, payload, dependsOn: companyId === null ? [0] : [] }
  return companyId === null ? [company, entry] : [entry]
}
