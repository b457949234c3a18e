export interface ServerEvent {
  /** `message` where the server named none. */
  event: string
  data: string
}

/**
 * Events of a text/event-stream body. `EventSource` cannot carry a bearer, so the stream is read by hand.
 * Ends when the body ends; throws when the connection breaks.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      // A CR may end one chunk and its LF start the next; keeping the CR in `rest` joins them again.
      rest += decoder.decode(value, { stream: true })
      const blocks = rest.replace(/\r\n|\r(?!$)/g, '\n').split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = parseEvent(block)
        if (event) yield event
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function parseEvent(block: string): ServerEvent | null {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
  }
  return data.length || event !== 'message' ? { event, data: data.join('\n') } : null
}
