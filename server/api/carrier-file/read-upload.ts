import type { Context } from 'hono'
import { z } from 'zod'
import { writeKey } from '../../../contract/actions.ts'
import { carrierMapping, CARRIER_FILE_BYTES, type CarrierMapping } from '../../../contract/carrier-file.ts'
import { guessMapping } from '../../carrier-file/guess-mapping.ts'
import { nameKey, readCarriers, type CarrierDraft, type RowProblem } from '../../carrier-file/read-carriers.ts'
import { readTable } from '../../carrier-file/read-table.ts'
import type { Table } from '../../carrier-file/table.ts'
import { InvalidInputError } from '../../errors.ts'
import { lastDigits, listKnownCompanies } from '../../store/known-companies.ts'
import type { PortalStore } from '../../store/database.ts'

/** A carrier of the file, with the company the portal has already; null: it has to be made. */
export interface KnownDraft extends CarrierDraft {
  companyId: number | null
}

export interface ReadUpload {
  key: string
  table: Table
  mapping: CarrierMapping
  drafts: KnownDraft[]
  problems: RowProblem[]
}

const form = z.object({
  key: writeKey,
  mapping: z
    .string()
    .max(2_000)
    .transform((text, check) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        check.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(carrierMapping)
    .optional(),
})

/** What was uploaded, read and compared with what the portal has. Throws InvalidInputError. */
export async function readUpload(call: Context, store: PortalStore): Promise<ReadUpload> {
  const body = await call.req.parseBody().catch(() => {
    throw new InvalidInputError('This is no upload of a file', [{ path: 'file', message: 'missing' }])
  })
  const { file, ...rest } = body
  if (!(file instanceof File) || file.size > CARRIER_FILE_BYTES)
    throw new InvalidInputError('A file of at most 5 MB is needed', [{ path: 'file', message: 'missing or too large' }])
  const parsed = form.safeParse(rest)
  if (!parsed.success)
    throw new InvalidInputError(
      'Wrong input',
      parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    )
  const table = await readTable(Buffer.from(await file.arrayBuffer()))
  const mapping = parsed.data.mapping ?? guessMapping(table.header)
  const { drafts, problems } = readCarriers(table, mapping)
  const known = await compareWithPortal(store, drafts)
  const all = [...problems, ...known.problems].toSorted((a, b) => a.line - b.line)
  return { key: parsed.data.key, table, mapping, drafts: known.drafts, problems: all }
}

/** The same phone or the same name is the same company; who is in the base already is not written twice. */
async function compareWithPortal(store: PortalStore, drafts: readonly CarrierDraft[]) {
  const companies = await listKnownCompanies(store)
  const byName = new Map(companies.map((company) => [nameKey(company.title), company]))
  const byPhone = new Map(companies.flatMap((company) => company.phones.map((phone) => [phone, company] as const)))
  const found: { drafts: KnownDraft[]; problems: RowProblem[] } = { drafts: [], problems: [] }
  for (const draft of drafts) {
    const company =
      (draft.phone === null ? undefined : byPhone.get(lastDigits(draft.phone))) ?? byName.get(nameKey(draft.name))
    if (company?.inBase) found.problems.push({ line: draft.line, column: null, why: 'in_base' })
    else found.drafts.push({ ...draft, companyId: company?.id ?? null })
  }
  return found
}
