import { html } from 'hono/html'
import { avatar } from './avatar.ts'
import type { Desk } from './desk.ts'
import type { Person } from './person.ts'
import { placementItems, placementButton } from './placement-menu.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** What the portal tells about a colleague. */
export function personPage(viewing: Viewing, desk: Desk, person: Person): Html {
  const departments = desk.departments().filter((department) => person.departmentIds.includes(department.id))
  const options = { USER_ID: String(person.id) }
  return html`<div class="person-page">
    ${avatar(person)}
    <div class="person-about">
      <h1 id="pagetitle">${person.name}</h1>
      <p>${person.position}</p>
      <p class="person-departments">${departments.map((department) => department.name).join(', ')}</p>
    </div>
    <div class="head-buttons">
      ${placementButton(desk.placements('USER_PROFILE_TOOLBAR'), viewing, options)}
      ${profileMenu(viewing, desk, options)}
    </div>
  </div>`
}

/** The menu of a profile holds what applications add. */
function profileMenu(viewing: Viewing, desk: Desk, options: { USER_ID: string }): Html | '' {
  const placements = desk.placements('USER_PROFILE_MENU')
  if (placements.length === 0) return ''
  return html`<details class="menu">
    <summary class="button-light">${viewing.words.more}<span class="caret"></span></summary>
    <div class="menu-list">${placementItems(placements, viewing.language, options)}</div>
  </details>`
}
