/**
 * Enter on an option chooses it and closes its list. Where nothing moves, the list is gone within that very press and the
 * focus is back on its field: the rest of the press would open it again.
 */
export function letEnterChooseOnce(page: Pick<Document, 'addEventListener'>): void {
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('[role=option]'))
      event.preventDefault()
  })
}
