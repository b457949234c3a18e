// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { waitForBoot } from '../../../../widgets/shared/boot.ts'

const REFUSED = { state: 'refused', problem: { code: 'no_right', message: 'no' } }

function block(text: string): HTMLElement {
  const element = document.createElement('script')
  element.type = 'application/json'
  element.id = 'reis-boot'
  element.textContent = text
  return element
}

function streaming(state: DocumentReadyState): void {
  Object.defineProperty(document, 'readyState', { configurable: true, value: state })
}

afterEach(() => {
  document.body.innerHTML = ''
  streaming('complete')
})

test('a block that is there already is read at once', async () => {
  streaming('loading')
  document.body.append(block(JSON.stringify(REFUSED)))
  expect(await waitForBoot(document)).toEqual(REFUSED)
})

test('a block that is still on its way is waited for', async () => {
  streaming('loading')
  const boot = waitForBoot(document)
  document.body.append(document.createElement('p'))
  document.body.append(block(JSON.stringify(REFUSED)))
  expect(await boot).toEqual(REFUSED)
})

test('half a block is not read', async () => {
  streaming('loading')
  const half = block('{"state":"ref')
  const boot = waitForBoot(document)
  document.body.append(half)
  await Promise.resolve()
  half.textContent = JSON.stringify(REFUSED)
  expect(await boot).toEqual(REFUSED)
})

test('a page that ends without a block boots through the portal', async () => {
  streaming('loading')
  const boot = waitForBoot(document)
  document.dispatchEvent(new Event('DOMContentLoaded'))
  expect(await boot).toEqual({ state: 'reload' })
})
