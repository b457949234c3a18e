import { html } from 'hono/html'
import { avatar } from './avatar.ts'
import type { Desk } from './desk.ts'
import type { Person } from './person.ts'
import type { Html } from './shell.ts'

/** What the portal tells about a colleague. */
export function personPage(desk: Desk, person: Person): Html {
  const departments = desk.departments().filter((department) => person.departmentIds.includes(department.id))
  return html`<div class="person-page">
    ${avatar(person)}
    <div>
      <h1 id="pagetitle">${person.name}</h1>
      <p>${person.position}</p>
      <p class="person-departments">${departments.map((department) => department.name).join(', ')}</p>
    </div>
  </div>`
}
