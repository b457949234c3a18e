import { button, element } from './element.ts'
import { page, word } from './page.ts'
import { whenUsable } from './usable.ts'

export interface OpenSlider {
  /** What stands inside: a page of the portal, or an element filled by the caller. */
  content: { href: string } | { node: HTMLElement }
  title: string
  /** px; null: all the room there is. */
  maxWidth: number | null
  /** px kept free at the left edge; null: the usual step of the stack. */
  leftBoundary: number | null
  label: { text: string; background: string | null; color: string | null } | null
  onClose: () => void
}

export interface SliderHandle {
  close(): void
}

/** px of the page below that stay visible; every further slider of the stack leaves a little more. */
const FIRST_STEP = 150
const NEXT_STEP = 60
const NARROW_WINDOW = 1000

const stack: { close(): void; root: HTMLElement }[] = []
let titleBefore = ''

/** Opens a panel over the page from the right; sliders stack, the last one closes first. */
export function openSlider(options: OpenSlider): SliderHandle {
  if (stack.length === 0) titleBefore = document.title
  const panel = element('div', 'slider-panel', inside(options))
  panel.style.width = `calc(100vw - ${options.leftBoundary ?? step()}px)`
  if (options.maxWidth !== null) panel.style.maxWidth = `${options.maxWidth}px`
  const root = element('div', 'slider', [panel])
  root.setAttribute('role', 'dialog')
  if (options.title) {
    root.setAttribute('aria-label', options.title)
    document.title = options.title
  }
  const entry = { root, close: () => close(entry, options.onClose) }
  panel.prepend(closeLabel(options.label, entry.close))
  root.addEventListener('click', (event) => event.target === root && entry.close())
  document.body.append(root)
  document.body.classList.add('has-slider')
  stack.push(entry)
  requestAnimationFrame(() => root.classList.add('slider-open'))
  return { close: entry.close }
}

/** @returns false where no slider was open */
export function closeTopSlider(): boolean {
  const last = stack.at(-1)
  last?.close()
  return last !== undefined
}

function close(entry: (typeof stack)[number], onClose: () => void): void {
  const at = stack.indexOf(entry)
  if (at === -1) return
  stack.splice(at, 1)
  entry.root.remove()
  if (stack.length === 0) {
    document.body.classList.remove('has-slider')
    document.title = titleBefore
  }
  onClose()
}

function step(): number {
  if (window.innerWidth < NARROW_WINDOW) return NEXT_STEP * (stack.length + 1)
  return FIRST_STEP + NEXT_STEP * stack.length
}

function inside(options: OpenSlider): HTMLElement[] {
  if ('node' in options.content) {
    const heading = element('h1', 'slider-title', [options.title])
    return [element('div', 'slider-body', options.title ? [heading, options.content.node] : [options.content.node])]
  }
  const loader = element('div', 'slider-loader', [element('span', 'slider-loader-ring')])
  const frame = element('iframe', 'slider-frame')
  const url = new URL(options.content.href)
  url.searchParams.set('IFRAME', 'Y')
  url.searchParams.set('IFRAME_TYPE', 'SIDE_SLIDER')
  url.searchParams.set('as', String(page().viewerId))
  whenUsable(frame, () => loader.remove())
  frame.src = url.href
  return [frame, loader]
}

function closeLabel(label: OpenSlider['label'], onPress: () => void): HTMLElement {
  const node = button('slider-close', '', onPress)
  node.setAttribute('aria-label', word('close'))
  node.append(element('span', 'slider-close-cross'))
  if (!label?.text) return node
  node.append(element('span', 'slider-close-text', [label.text]))
  if (label.background) node.style.background = label.background
  if (label.color) node.style.color = label.color
  return node
}
