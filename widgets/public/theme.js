// Runs before the first paint: a page that flashes white in a dark room is a page nobody keeps open.
// The portal passes no theme, so it is the reader's own choice: light (default), dark or system.
;(function () {
  var choice = 'light'
  try {
    choice = localStorage.getItem('reis-theme') || 'light'
  } catch {
    // Storage may be closed to frames of another site; light is then the theme.
    choice = 'light'
  }
  var dark = choice === 'dark' || (choice === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.classList.remove('light', 'dark')
  document.documentElement.classList.add(dark ? 'dark' : 'light')
})()
