import type { Desk } from './desk.ts'
import { detailsUrl, personUrl } from './entities.ts'
import type { Entity } from './entities.ts'
import { listItems } from './item.ts'
import { hueOf, initials } from './person.ts'
import { itemTitle } from './references.ts'
import type { Viewing } from './viewing.ts'

/** Colleagues by department, for the switch of the signed-in person; one in two departments stands in the first. */
export function peopleByDepartment(viewing: Viewing, desk: Desk): unknown {
  const people = desk.people().filter((person) => person.active)
  const listed = new Set<number>()
  const groups = desk.departments().map((department) => {
    const members = people.filter((person) => !listed.has(person.id) && person.departmentIds[0] === department.id)
    for (const member of members) listed.add(member.id)
    return { name: department.name, people: members }
  })
  groups.push({ name: viewing.words.noDepartment, people: people.filter((person) => !listed.has(person.id)) })
  return groups
    .filter((group) => group.people.length > 0)
    .map((group) => ({
      name: group.name,
      people: group.people.map((person) => ({
        id: person.id,
        name: person.name,
        position: person.position,
        initials: initials(person.name),
        hue: hueOf(person.id),
      })),
    }))
}

/** Colleagues in the shape `selectUser` answers with. */
export function selectableUsers(desk: Desk, search: string): unknown {
  const wanted = search.toLowerCase()
  return desk
    .people()
    .filter((person) => person.active && `${person.name} ${person.position}`.toLowerCase().includes(wanted))
    .map((person) => ({
      id: String(person.id),
      name: person.name,
      photo: '',
      position: person.position,
      url: personUrl(person.id),
      sub: false,
      sup: false,
    }))
}

const LETTERS: Record<string, string> = { lead: 'L', deal: 'D', contact: 'C', company: 'CO' }
const SHOWN_PER_KIND = 20

/** CRM items in the shape `selectCRM` answers with, as far as this person may see them. */
export async function selectableItems(viewing: Viewing, desk: Desk, kinds: string[], search: string): Promise<unknown> {
  const wanted = viewing.entities.filter((entity) => LETTERS[entity.path] && kinds.includes(entity.path))
  const found = await Promise.all(wanted.map((entity) => ofKind(viewing, desk, entity, search)))
  return found.flat()
}

async function ofKind(viewing: Viewing, desk: Desk, entity: Entity, search: string): Promise<unknown[]> {
  const name = entity.entityTypeId === 3 ? '%lastName' : '%title'
  const filter = search === '' ? {} : { [name]: search }
  try {
    const { items } = await listItems(desk, viewing.viewer.id, entity.entityTypeId, { filter, order: { id: 'DESC' } })
    return items.slice(0, SHOWN_PER_KIND).map((item) => ({
      id: `${LETTERS[entity.path]}_${item.id}`,
      type: entity.path,
      place: entity.path,
      title: itemTitle(entity, item),
      desc: `${entity.itemTitle} № ${item.id}`,
      url: detailsUrl(entity, item.id),
      ...(entity.entityTypeId >= 3 ? { image: '' } : {}),
    }))
  } catch (error) {
    if (desk.isRefusal(error)) return []
    throw error
  }
}
