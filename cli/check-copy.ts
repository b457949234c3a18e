/**
 * `npm run check-copy -- [--portal MEMBER_ID] [--settle-seconds N]`: reads every installed portal once more, beside the
 * running server and with its settings, compares every row with the copy, and prints what differs. What differs at first
 * is read again N seconds later (20). The last line is JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.ts'
import { createContext } from '../server/context.ts'
import { checkCopy } from '../server/sync/check-copy.ts'

/** The running server takes the portal's changes over every fifteen seconds. */
const SETTLE_SECONDS = '20'

const { values } = parseArgs({
  options: { portal: { type: 'string' }, 'settle-seconds': { type: 'string', default: SETTLE_SECONDS } },
})
const context = await createContext(readConfig({ REIS_LOG_LEVEL: 'error', ...process.env }))
const folder = mkdtempSync(join(tmpdir(), 'reis-check-'))
let rows = 0
let differing = 0
try {
  const memberIds = values.portal === undefined ? await context.installed() : [values.portal]
  for (const memberId of memberIds) {
    const check = await checkCopy(await context.openCopy(memberId), {
      now: Date.now,
      scratchFile: join(folder, `${memberId}.db`),
      settle: () => sleep(Number(values['settle-seconds']) * 1000),
    })
    rows += check.rows
    differing += check.differences.length
    for (const { table, key, what, columns } of check.differences)
      console.log(`${memberId}  ${table} ${key}: ${what}${columns.length > 0 ? ` in ${columns.join(', ')}` : ''}`)
    console.log(`${memberId}: ${check.rows} rows compared, ${check.differences.length} differ`)
  }
  console.log(JSON.stringify({ ok: differing === 0, portals: memberIds.length, rows, differences: differing }))
  process.exitCode = differing === 0 ? 0 : 1
} finally {
  await context.close()
  rmSync(folder, { recursive: true })
}
