import { Hono } from 'hono'
import type { CarrierFilePreview } from '../../contract/carrier-file.ts'
import type { ApiContext } from './api-context.ts'
import { readUpload } from './carrier-file/read-upload.ts'
import { requireAdmin, signedIn } from './signed-in.ts'

const SAMPLES = 3
export const SHOWN_PROBLEMS = 200

/** `POST /api/carrier-file/preview`: what a file of carriers holds and which rows would be taken; nothing is written. */
export function carrierFilePreviewPost(context: ApiContext) {
  return new Hono().post('/api/carrier-file/preview', signedIn(context), async (call) => {
    requireAdmin(call.var.viewer)
    const { table, mapping, drafts, problems } = await readUpload(call, call.var.room.store)
    const answer: CarrierFilePreview = {
      columns: table.header.map((header, position) => ({
        header,
        samples: table.rows.slice(0, SAMPLES).map((row) => row.cells[position] ?? ''),
      })),
      mapping,
      rows: table.rows.length,
      good: drafts.length,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      problemCount: problems.length,
    }
    return call.json(answer)
  })
}
