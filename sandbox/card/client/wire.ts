/** One command of a framed application, whichever of the two forms it came in. */
export interface AppMessage {
  command: string
  /** Parsed JSON, the raw text where it is not JSON, or null where the application sent nothing. */
  params: unknown
  /** Empty where the application expects no answer. */
  key: string
  sid: string
}

/**
 * Reads a message of the frame protocol: the string `command[:params]:key:sid`, or, for commands whose name
 * holds a colon, an object. Params may hold colons themselves: the first part is the command, the last two are
 * key and sid, the rest is one piece.
 * @returns null for anything that is not such a message: pages receive messages from many senders
 */
export function readMessage(data: unknown): AppMessage | null {
  if (typeof data === 'string') return readText(data)
  if (typeof data !== 'object' || data === null) return null
  const { method, params, callback, appSid } = data as Record<string, unknown>
  if (typeof method !== 'string' || typeof appSid !== 'string') return null
  return {
    command: method,
    params: params === '' ? null : (params ?? null),
    key: typeof callback === 'string' ? callback : '',
    sid: appSid,
  }
}

function readText(text: string): AppMessage | null {
  const parts = text.split(':')
  const command = parts.shift()
  const sid = parts.pop()
  const key = parts.pop() ?? ''
  if (!command || !sid) return null
  const body = parts.join(':')
  return { command, params: body === '' ? null : parsed(body), key, sid }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** The answer to a message: `key:JSON`, and `key:` where there is nothing to say. */
export function writeAnswer(key: string, result: unknown): string {
  return `${key}:${result === undefined ? '' : JSON.stringify(result)}`
}
