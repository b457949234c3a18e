import { senderOf } from './app-frame.ts'
import type { AppFrame } from './app-frame.ts'
import { COMMANDS } from './commands/all.ts'
import type { Command } from './commands/command.ts'
import { host } from './host.ts'
import { word } from './page.ts'
import { readMessage, writeAnswer } from './wire.ts'

/** Answers the messages of every application framed on this page. */
export function listenToFrames(): void {
  window.addEventListener('message', (event) => void onMessage(event))
}

async function onMessage(event: MessageEvent): Promise<void> {
  const message = readMessage(event.data)
  if (!message) return
  const frame = senderOf(message.sid, event)
  const command = frame && commandOf(frame, message.command)
  if (!command) return
  try {
    await command(frame, message.params, (result) => message.key && post(frame, message.key, result))
  } catch (error) {
    host().toast(error instanceof Error ? error.message : word('failed'), 'error')
  }
}

/** What every frame may ask for, then what its placement alone understands. */
function commandOf(frame: AppFrame, name: string): Command | undefined {
  const { commands } = frame.own
  return COMMANDS.get(name) ?? (Object.hasOwn(commands, name) ? commands[name] : undefined)
}

function post(frame: AppFrame, key: string, result: unknown): void {
  frame.iframe.contentWindow?.postMessage(writeAnswer(key, result), frame.ticket.origin)
}
