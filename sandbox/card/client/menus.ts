const GAP = 6

/** Menus open beside their button wherever there is room, and close at a press elsewhere or at Esc. */
export function startMenus(): void {
  document.addEventListener('toggle', onToggle, true)
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
    const entry = target.closest('.menu-list button, .menu-list a')
    if (entry) for (const menu of openMenus()) menu.open = false
  })
  window.addEventListener(
    'keydown',
    (event) => {
      const opened = openMenus()
      if (event.key !== 'Escape' || opened.length === 0) return
      for (const menu of opened) menu.open = false
      // Esc closes one thing at a time: the slider below stays.
      event.stopImmediatePropagation()
    },
    true,
  )
  for (const moved of ['scroll', 'resize']) window.addEventListener(moved, closeAll, { passive: true })
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')]
}

function closeAll(): void {
  for (const menu of openMenus()) menu.open = false
}

function onToggle(event: Event): void {
  const details = event.target
  if (!(details instanceof HTMLDetailsElement)) return
  if (details.matches('.submenu') && details.open) return placeSubmenu(details)
  if (!details.matches('.menu')) return
  // The stage bar throws a shadow, and whatever is fixed inside it would be fixed to the bar.
  if (details.open && !details.closest('.stage-bar')) placeMenu(details)
  if (!details.open) for (const inner of details.querySelectorAll('details')) inner.open = false
}

/** Fixed to the window, since a table that scrolls sideways would cut it off. */
function placeMenu(menu: HTMLDetailsElement): void {
  const list = menu.querySelector<HTMLElement>(':scope > .menu-list')
  const button = (menu.closest('.split') ?? menu).getBoundingClientRect()
  if (!list) return
  const { width, height } = list.getBoundingClientRect()
  const left = button.left + width + GAP > window.innerWidth ? button.right - width : button.left
  const isTight = button.bottom + GAP + height > window.innerHeight && button.top > height + GAP
  const top = isTight ? button.top - height - GAP : button.bottom + GAP
  Object.assign(list.style, { position: 'fixed', inset: `${top}px auto auto ${Math.max(GAP, left)}px` })
}

function placeSubmenu(menu: HTMLDetailsElement): void {
  const list = menu.querySelector<HTMLElement>(':scope > .menu-list')
  if (!list) return
  const box = menu.getBoundingClientRect()
  const isTight = box.right + list.getBoundingClientRect().width > window.innerWidth
  list.classList.toggle('to-left', isTight)
}
