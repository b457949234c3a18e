import { openFrames, senderOf } from './app-frame.ts'
import type { AppFrame } from './app-frame.ts'
import { COMMANDS } from './commands/all.ts'
import { host } from './host.ts'
import { word } from './page.ts'
import { readMessage, writeAnswer } from './wire.ts'

/** Answers the messages of every application framed on this page. */
export function listenToFrames(): void {
  window.addEventListener('message', (event) => void onMessage(event))
  window.sandboxEmit = emit
}

async function onMessage(event: MessageEvent): Promise<void> {
  const message = readMessage(event.data)
  if (!message) return
  const frame = senderOf(message.sid, event)
  const command = frame && COMMANDS.get(message.command)
  if (!command) return
  try {
    await command(frame, message.params, (result) => message.key && post(frame, message.key, result), message.key)
  } catch (error) {
    host().toast(error instanceof Error ? error.message : word('failed'), 'error')
  }
}

function post(frame: AppFrame, key: string, result: unknown): void {
  frame.iframe.contentWindow?.postMessage(writeAnswer(key, result), frame.ticket.origin)
}

/** Raises a placement event: each occurrence goes to every key that was subscribed with. */
function emit(event: string, data: unknown): void {
  for (const frame of openFrames()) for (const key of frame.subscriptions.get(event) ?? []) post(frame, key, data)
}
