import { COMPANY, CONTACT, DEAL, LEAD } from '../schema/process.ts'
import { CARRIER, OFFER, ORDER, REQUEST } from '../schema/processes.ts'
import type { SeedRights } from '../seed.ts'
import { DEPARTMENTS } from './departments.ts'

type Level = 'all' | 'department' | 'own' | 'none'

interface Levels {
  lead?: Level
  deal?: Level
  contact?: Level
  company?: Level
  request?: Level
  order?: Level
  offer?: Level
  carrier?: Level
}

function byType(levels: Levels): Record<number, Level> {
  return {
    [LEAD]: levels.lead ?? 'none',
    [DEAL]: levels.deal ?? 'none',
    [CONTACT]: levels.contact ?? 'none',
    [COMPANY]: levels.company ?? 'none',
    [REQUEST.entityTypeId]: levels.request ?? 'none',
    [ORDER.entityTypeId]: levels.order ?? 'none',
    [OFFER.entityTypeId]: levels.offer ?? 'none',
    [CARRIER.entityTypeId]: levels.carrier ?? 'none',
  }
}

const EVERYTHING: Levels = {
  lead: 'all',
  deal: 'all',
  contact: 'all',
  company: 'all',
  request: 'all',
  order: 'all',
  offer: 'all',
  carrier: 'all',
}

function right(departmentId: number, read: Levels, write: Levels): SeedRights {
  return { departmentId, read: byType(read), write: byType(write) }
}

/** Whoever is in no department of this list may do nothing; the administrator needs no right. */
export function makeRights(): SeedRights[] {
  return [
    right(DEPARTMENTS.board, EVERYTHING, EVERYTHING),
    right(
      DEPARTMENTS.sales,
      {
        lead: 'department',
        deal: 'department',
        request: 'department',
        order: 'department',
        contact: 'all',
        company: 'all',
        offer: 'all',
        carrier: 'all',
      },
      {
        lead: 'department',
        deal: 'department',
        request: 'department',
        order: 'department',
        contact: 'department',
        company: 'department',
        offer: 'own',
      },
    ),
    right(
      DEPARTMENTS.logistics,
      // A carrier who calls a logist is his lead, and becomes his company.
      { lead: 'own', request: 'all', order: 'all', offer: 'all', carrier: 'all', company: 'all', contact: 'all' },
      { lead: 'own', offer: 'all', carrier: 'all', company: 'own', contact: 'own' },
    ),
    right(
      DEPARTMENTS.office,
      { order: 'all', deal: 'all', company: 'all', contact: 'all' },
      { order: 'all', company: 'all' },
    ),
    right(DEPARTMENTS.accounting, { order: 'all', deal: 'all', company: 'all', contact: 'all' }, { order: 'all' }),
    right(
      DEPARTMENTS.security,
      { carrier: 'all', company: 'all', contact: 'all' },
      { carrier: 'all', company: 'department' },
    ),
    right(DEPARTMENTS.hr, {}, {}),
  ]
}

const NATIVE_TYPES = [LEAD, DEAL, CONTACT, COMPANY]

/** The same rights where the smart processes do not exist yet. */
export function makeNativeRights(): SeedRights[] {
  const native = (levels: Record<number, Level>): Record<number, Level> =>
    Object.fromEntries(NATIVE_TYPES.map((type) => [type, levels[type] ?? 'none']))
  return makeRights().map(({ departmentId, read, write }) => ({
    departmentId,
    read: native(read),
    write: native(write),
  }))
}
