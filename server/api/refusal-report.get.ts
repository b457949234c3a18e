import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { refusalReportFileQuery, refusalReportQuery } from '../../contract/refusal-report.ts'
import { NotAllowedError } from '../errors.ts'
import { tableFile } from '../exports/table-file.ts'
import type { ApiContext } from './api-context.ts'
import { mayReadReport } from './refusals/refusal-queue-for.ts'
import { refusalReportFor } from './refusals/refusal-report-for.ts'
import { refusalTable } from './refusals/refusal-table.ts'
import type { Viewer } from './session/bearer.ts'
import { signedIn } from './signed-in.ts'
import { validated } from './validated.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `GET /api/refusals/report`, and the same as a file: `GET /api/refusals/report/file`. */
export function refusalReportGet(context: ApiContext) {
  return new Hono()
    .get('/api/refusals/report', signedIn(context), validated('query', refusalReportQuery), async (call) => {
      const { viewer, room } = call.var
      requireReader(viewer)
      return call.json(await refusalReportFor(context, room, viewer, call.req.valid('query')))
    })
    .get('/api/refusals/report/file', signedIn(context), validated('query', refusalReportFileQuery), async (call) => {
      const { viewer, room } = call.var
      requireReader(viewer)
      const { view, format, ...span } = call.req.valid('query')
      const report = await refusalReportFor(context, room, viewer, span)
      const file = tableFile(refusalTable(report, view, viewer.language), format)
      return call.body(Readable.toWeb(file) as ReadableStream, 200, {
        'content-type': TYPES[format],
        'content-disposition': `attachment; filename="refusals-${view}-${span.fromOn}-${span.toOn}.${format}"`,
      })
    })
}

function requireReader(viewer: Viewer): void {
  if (viewer.item !== null || !mayReadReport(viewer))
    throw new NotAllowedError('no_right', 'The report is for heads and directors')
}
