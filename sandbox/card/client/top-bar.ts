import { ask, send } from './api.ts'
import { button, element } from './element.ts'
import { page, word } from './page.ts'
import { startDialler } from './phone/dialler.ts'
import { bindPopup } from './popup.ts'

interface Colleague {
  id: number
  name: string
  position: string
  initials: string
  hue: number
}

interface Department {
  name: string
  people: Colleague[]
}

/** The popups of the top bar: who is signed in, what the bell has to say, and the phone. */
export function startTopBar(): void {
  bindPopup('[data-user-switch]', fillUserSwitch)
  bindPopup('[data-bell]', fillBell)
  startDialler()
}

async function fillUserSwitch(popup: HTMLElement): Promise<void> {
  const { departments } = await ask<{ departments: Department[] }>('people')
  const field = element('input', 'popup-search')
  field.type = 'search'
  field.placeholder = word('searchColleague')
  const list = element('div', 'popup-list', departments.map(departmentBlock))
  field.addEventListener('input', () => filter(list, field.value))
  popup.replaceChildren(element('div', 'popup-title', [word('signInAs')]), field, list)
  field.focus()
}

function departmentBlock(department: Department): HTMLElement {
  const name = element('div', 'popup-group', [department.name])
  return element('div', 'popup-block', [name, ...department.people.map(personRow)])
}

function personRow(person: Colleague): HTMLElement {
  const row = button('person-row', '', () => void signInAs(person.id))
  const face = element('span', 'avatar', [person.initials])
  face.style.setProperty('--hue', String(person.hue))
  const lines = [element('span', 'person-name', [person.name]), element('span', 'person-position', [person.position])]
  row.append(face, element('span', 'person-lines', lines))
  row.dataset.userId = String(person.id)
  row.dataset.words = `${person.name} ${person.position}`.toLowerCase()
  if (person.id === page().viewerId) row.setAttribute('aria-current', 'true')
  return row
}

function filter(list: HTMLElement, text: string): void {
  const wanted = text.trim().toLowerCase()
  for (const block of list.querySelectorAll<HTMLElement>('.popup-block')) {
    const group = block.querySelector('.popup-group')?.textContent?.toLowerCase() ?? ''
    const rows = [...block.querySelectorAll<HTMLElement>('.person-row')]
    for (const row of rows) row.hidden = !`${row.dataset.words} ${group}`.includes(wanted)
    block.hidden = rows.every((row) => row.hidden)
  }
}

async function signInAs(userId: number): Promise<void> {
  await send('sign-in', { userId })
  const url = new URL(location.href)
  url.searchParams.delete('as')
  location.assign(url)
  if (url.hash) location.reload()
}

async function fillBell(popup: HTMLElement): Promise<void> {
  const { html } = await ask<{ html: string }>('notifications')
  popup.innerHTML = html
  const badge = document.querySelector<HTMLElement>('[data-unread]')
  if (badge) badge.hidden = true
}
