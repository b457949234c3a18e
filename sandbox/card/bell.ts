import { html } from 'hono/html'
import { avatar } from './avatar.ts'
import { bbCode } from './bb-code.ts'
import type { Desk, Notification } from './desk.ts'
import { moment } from './formats.ts'
import type { Html } from './shell.ts'
import type { Viewing } from './viewing.ts'

/** Who has seen which notifications; a look at the bell sees them all. */
export type Seen = Map<number, number>

/** How many notifications came since the person last looked. */
export function unread(desk: Desk, seen: Seen, userId: number): number {
  const last = seen.get(userId) ?? 0
  return desk.notifications(userId).filter((notification) => notification.id > last).length
}

/** The bell's popup; opening it counts as having seen everything in it. */
export function bellPopup(viewing: Viewing, desk: Desk, seen: Seen): Html {
  const notifications = desk.notifications(viewing.viewer.id)
  const newest = Math.max(0, ...notifications.map((notification) => notification.id))
  seen.set(viewing.viewer.id, newest)
  const { words } = viewing
  return html`<div class="popup-title">${words.notifications}</div>
    <div class="popup-list">
      ${notifications.length === 0 ? html`<p class="popup-empty">${words.noNotifications}</p>` : ''}
      ${notifications.map((notification) => row(desk, notification))}
    </div>`
}

function row(desk: Desk, notification: Notification): Html {
  const author = desk.person(notification.authorId)
  return html`<div class="notification" data-notification="${notification.id}">
    ${author ? avatar(author) : html`<span class="avatar avatar-system"></span>`}
    <div>
      <div class="notification-author">${author?.name ?? ''}</div>
      <div class="notification-text">${bbCode(notification.message)}</div>
      <time>${moment(notification.createdAt)}</time>
    </div>
  </div>`
}
