import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PortalClient } from '../portal/portal-client.ts'
import { NATIVE_TYPES } from '../portal/schema-map.ts'

const PAGE = 50
const text = z.union([z.string(), z.number()]).nullish()
const requisiteRow = z.object({ ID: z.coerce.number().int(), ENTITY_ID: z.coerce.number().int() })
const accountRow = z.object({
  ID: z.coerce.number().int(),
  ENTITY_ID: z.coerce.number().int(),
  RQ_BIK: text,
  RQ_ACC_NUM: text,
  RQ_COR_ACC_NUM: text,
  RQ_IIK: text,
  RQ_IBAN: text,
  RQ_SWIFT: text,
})
type AccountRow = z.infer<typeof accountRow>

/** Where a company's money goes, as far as it has to be known to tell that it has changed. */
export interface AccountsSeen {
  fingerprint: string
  /** The last four digits of each account. */
  tails: string[]
}

/**
 * Reads the bank accounts of companies from the portal. A company that has none is in the answer too: an account that
 * has gone is a change. Throws PortalError when the portal does not answer.
 */
export async function readAccounts(
  client: PortalClient,
  companyIds: readonly number[],
): Promise<Map<number, AccountsSeen>> {
  const seen = new Map<number, AccountsSeen>()
  for (let at = 0; at < companyIds.length; at += PAGE) {
    const part = companyIds.slice(at, at + PAGE)
    const owned = await readAll(client, 'crm.requisite.list', requisiteRow, {
      filter: { ENTITY_TYPE_ID: NATIVE_TYPES.company, ENTITY_ID: part },
      select: ['ID', 'ENTITY_ID'],
    })
    const companyOf = new Map(owned.map(({ ID, ENTITY_ID }) => [ID, ENTITY_ID]))
    const accounts = owned.length
      ? await readAll(client, 'crm.requisite.bankdetail.list', accountRow, {
          filter: { ENTITY_ID: [...companyOf.keys()] },
          select: Object.keys(accountRow.shape),
        })
      : []
    for (const companyId of part)
      seen.set(companyId, seenOf(accounts.filter((row) => companyOf.get(row.ENTITY_ID) === companyId)))
  }
  return seen
}

function seenOf(accounts: AccountRow[]): AccountsSeen {
  const digits = (value: string | number | null | undefined) => String(value ?? '').replaceAll(/[\s.-]/g, '')
  const lines = accounts
    .map((row) =>
      [row.RQ_BIK, row.RQ_ACC_NUM, row.RQ_COR_ACC_NUM, row.RQ_IIK, row.RQ_IBAN, row.RQ_SWIFT].map(digits).join(' '),
    )
    .toSorted()
  return {
    fingerprint: createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32),
    tails: accounts
      .map((row) => digits(row.RQ_ACC_NUM || row.RQ_IIK || row.RQ_IBAN).slice(-4))
      .filter(Boolean)
      .toSorted(),
  }
}

async function readAll<Row extends { ID: number }>(
  client: PortalClient,
  method: string,
  shape: z.ZodType<Row>,
  { filter, select }: { filter: Record<string, unknown>; select: string[] },
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const answer = await client.call<unknown>(method, {
      filter: { ...filter, '>ID': rows.at(-1)?.ID ?? 0 },
      select,
      order: { ID: 'ASC' },
      start: -1,
    })
    const page = z.array(shape).parse(answer.result)
    rows.push(...page)
    if (page.length < PAGE) return rows
  }
}
