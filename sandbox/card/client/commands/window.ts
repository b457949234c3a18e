import { fieldsOf, isMainPage } from './command.ts'
import type { Command } from './command.ts'

/** Sets the frame's size; popups and sliders have a size of their own and leave the command unanswered. */
export const resizeWindow: Command = (frame, params, answer) => {
  if (frame.surface === 'slider' || frame.surface === 'popup' || frame.surface === 'hidden') return
  const { width, height } = fieldsOf(params)
  const heightPx = Number.parseInt(String(height), 10)
  const widthPx = Number.parseInt(String(width), 10)
  if (heightPx > 0) frame.iframe.style.height = `${heightPx}px`
  if (width === '100%') frame.iframe.style.width = '100%'
  else if (widthPx > 0) frame.iframe.style.width = `${widthPx}px`
  const box = frame.iframe.getBoundingClientRect()
  answer({ width: box.width, height: box.height })
}

/** Changes the heading above the application; the window's own title stays. */
export const setTitle: Command = (frame, params, answer) => {
  if (!isMainPage(frame)) return
  const heading = document.querySelector('#pagetitle')
  if (heading) heading.textContent = String(fieldsOf(params).title ?? '')
  answer(params)
}

export const setScroll: Command = (frame, params, answer) => {
  if (!isMainPage(frame)) return
  const scroll = Number(fieldsOf(params).scroll)
  const top = frame.iframe.getBoundingClientRect().top + window.scrollY
  if (Number.isFinite(scroll)) window.scrollTo({ top: top + scroll })
  answer(params)
}

export const reloadWindow: Command = (frame) => {
  if (isMainPage(frame)) location.reload()
}
