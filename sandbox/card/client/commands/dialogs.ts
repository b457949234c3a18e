import { ask } from '../api.ts'
import { pick } from '../picker.ts'
import { word } from '../page.ts'
import { fieldsOf } from './command.ts'
import type { Command } from './command.ts'

interface Person {
  id: string
  name: string
  photo: string
  position: string
  url: string
  sub: boolean
  sup: boolean
}

interface CrmEntry {
  /** With the letter of its kind: `D_15`. */
  id: string
  type: string
  place: string
  title: string
  desc: string
  url: string
  image?: string
}

/** One colleague, or several where `mult` is asked for; closing the dialog answers with nobody. */
export const selectUser: Command = async (_frame, params, answer) => {
  const many = fieldsOf(params).mult === true
  const chosen = await pick<Person>({
    title: word('selectUser'),
    many,
    search: async (text) => {
      const { people } = await ask<{ people: Person[] }>('select-user', { q: text })
      return people.map((person) => ({ value: person, label: person.name, note: person.position }))
    },
  })
  answer(many ? chosen : (chosen[0] ?? null))
}

/** CRM entries grouped by kind, as the portal's own dialog gives them. */
export const selectCRM: Command = async (_frame, params, answer) => {
  const { entityType, multiple } = fieldsOf(params)
  const types = (Array.isArray(entityType) ? entityType : ['lead', 'contact', 'company', 'deal']).map(String)
  const chosen = await pick<CrmEntry>({
    title: word('selectCrm'),
    many: multiple === true,
    search: async (text) => {
      const { entries } = await ask<{ entries: CrmEntry[] }>('select-crm', { q: text, types: types.join(',') })
      return entries.map((entry) => ({ value: entry, label: entry.title, note: entry.desc }))
    },
  })
  const byType: Record<string, CrmEntry[]> = {}
  for (const entry of chosen) (byType[entry.type] ??= []).push(entry)
  answer(byType)
}
