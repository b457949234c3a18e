import { host } from '../host.ts'
import { pathTarget } from '../open-path.ts'
import { asInForm } from '../form-values.ts'
import { fieldsOf } from './command.ts'
import type { Command } from './command.ts'

/** Opens a page of the portal over this one; the answer comes when it is closed. */
export const openPath: Command = (_frame, params, answer) => {
  const target = pathTarget(fieldsOf(params).path, location.origin)
  if (!target) {
    answer({ result: 'error', errorCode: 'PATH_NOT_AVAILABLE' })
    return
  }
  host().openSlider({
    content: { href: target.href },
    title: '',
    maxWidth: target.maxWidth,
    leftBoundary: null,
    label: null,
    onClose: () => answer({ result: 'close' }),
  })
}

/**
 * Opens the application's own page in a slider. Keys that begin with `bx24_` are about the slider and stay behind;
 * the rest goes through a form on its way, so numbers arrive as text.
 */
export const openApplication: Command = (frame, params, answer) => {
  const options = fieldsOf(params)
  const own = Object.entries(options).filter(([name]) => !name.startsWith('bx24_') && name !== 'isRawValue')
  const { viewerId, uri } = frame.request
  const request = { viewerId, uri, placement: 'DEFAULT', options: asInForm(Object.fromEntries(own)) }
  host().openAppSlider(request, {
    title: textOf(options.bx24_title) ?? '',
    width: pixels(options.bx24_width),
    leftBoundary: pixels(options.bx24_leftBoundary),
    label: labelOf(options.bx24_label),
    onClose: () => answer(),
  })
}

/** Closes the slider the application stands in; there is nobody left to answer. */
export const closeApplication: Command = (frame) => frame.close()

function labelOf(value: unknown): { text: string; background: string | null; color: string | null } | null {
  const label = fieldsOf(value)
  const text = textOf(label.text)
  if (text === null) return null
  return { text, background: colour(label.bgColor), color: colour(label.color) }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function pixels(value: unknown): number | null {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number : null
}

/** The names of label colours the portal knows. */
const COLOURS: Record<string, string> = {
  aqua: '#06bab1',
  green: '#a5de00',
  orange: '#ffa801',
  brown: '#b57051',
  pink: '#f968b6',
  blue: '#2eceff',
  grey: '#a1a6ac',
  violet: '#6b52cc',
}

function colour(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return COLOURS[value] ?? (/^#[0-9a-f]{3,8}$/i.test(value) ? value : null)
}
