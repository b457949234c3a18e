import type { OwnEntityBook, OwnEntityBookInput } from '../../../contract/own-entities.ts'
import { InvalidInputError } from '../../errors.ts'
import { readOwnCompanies } from '../../store/own-companies.ts'
import { writeSetting } from '../../store/settings.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { ENTITY_OF_FORM_SETTING, OWN_ENTITIES_SETTING, readEntityOfForm, readOwnEntities } from './own-entities.ts'

/** Everything directors have said of our own entities, and what the portal has that they may say it of. */
export async function readEntityBook(room: PortalRoom): Promise<OwnEntityBook> {
  const chosen = await readOwnEntities(room.store)
  const entityOfForm = await readEntityOfForm(room.store)
  const companies = await readOwnCompanies(room.store, [
    ...Object.keys(chosen).map(Number),
    ...Object.values(entityOfForm),
  ])
  const elements = room.map()?.processes.order.fields.CLIENT_PAYMENT_FORM?.elements ?? {}
  // `3:22` names company 3 by itself.
  const codes = Object.keys(elements).filter((code) => !/^\d+:/.test(code))
  return {
    entities: companies.map(({ id, title }) => ({ companyId: id, title, periods: oldestFirst(chosen[id] ?? []) })),
    forms: codes.map((code) => ({ code, companyId: entityOfForm[code] ?? null })),
  }
}

/** Throws InvalidInputError for a company that is none of ours, and for a form the portal does not have. */
export async function saveEntityBook(room: PortalRoom, input: OwnEntityBookInput): Promise<void> {
  const known = await readEntityBook(room)
  const ids = new Set(known.entities.map(({ companyId }) => companyId))
  const codes = new Set(known.forms.map(({ code }) => code))
  const named = [...input.entities, ...input.forms].flatMap(({ companyId }) => companyId ?? [])
  if (!named.every((id) => ids.has(id)))
    throw new InvalidInputError('This company is none of ours', [{ path: 'entities', message: 'unknown company' }])
  if (!input.forms.every(({ code }) => codes.has(code)))
    throw new InvalidInputError('The portal has no such payment form', [{ path: 'forms', message: 'unknown form' }])
  const periods = input.entities.filter((one) => one.periods.length > 0)
  const forms = input.forms.filter(({ companyId }) => companyId !== null)
  await writeSetting(
    room.store,
    OWN_ENTITIES_SETTING,
    Object.fromEntries(periods.map((one) => [one.companyId, one.periods])),
  )
  await writeSetting(
    room.store,
    ENTITY_OF_FORM_SETTING,
    Object.fromEntries(forms.map(({ code, companyId }) => [code, companyId])),
  )
}

const oldestFirst = <Period extends { sinceOn: string | null }>(periods: readonly Period[]) =>
  periods.toSorted((a, b) => (a.sinceOn ?? '').localeCompare(b.sinceOn ?? ''))
