import { html } from 'hono/html'
import { personUrl } from './entities.ts'
import { hueOf, initials } from './person.ts'
import type { Person } from './person.ts'
import type { Html } from './shell.ts'

/** The round face of a colleague: initials on a colour of his own. */
export function avatar(person: Pick<Person, 'id' | 'name'>): Html {
  return html`<span class="avatar" style="--hue:${hueOf(person.id)}" title="${person.name}"
    >${initials(person.name)}</span
  >`
}

/** Face and name, leading to the person's page. */
export function personLink(person: Pick<Person, 'id' | 'name'>): Html {
  return html`<a class="person-link" href="${personUrl(person.id)}">${avatar(person)}<span>${person.name}</span></a>`
}
