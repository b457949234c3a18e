import { expect, test } from 'vitest'
import { readEvents } from '../../../../widgets/shared/event-stream.ts'
import { followEvents, reconnectWait } from '../../../../widgets/shared/live-events.ts'

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
}

async function all(stream: ReadableStream<Uint8Array>) {
  const events = []
  for await (const event of readEvents(stream)) events.push(event)
  return events
}

test('events are read whole however the network cuts them', async () => {
  expect(
    await all(streamOf(': open\n\nda', 'ta: {"kind":', '"changed"}\n', '\nevent: a\r', '\ndata: 1\r\n\r\n')),
  ).toEqual([
    { event: 'message', data: '{"kind":"changed"}' },
    { event: 'a', data: '1' },
  ])
})

test('heartbeats are no events, and several data lines are one', async () => {
  expect(await all(streamOf(': still here\n\ndata: a\ndata: b\n\n: still here\n\n'))).toEqual([
    { event: 'message', data: 'a\nb' },
  ])
})

test('a Cyrillic letter cut in two arrives whole', async () => {
  const bytes = new TextEncoder().encode('data: Ж\n\n')
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, 7))
      controller.enqueue(bytes.slice(7))
      controller.close()
    },
  })
  expect(await all(stream)).toEqual([{ event: 'message', data: 'Ж' }])
})

test('a broken stream is opened again with growing waits, and a gap is told', async () => {
  const stop = new AbortController()
  const waits: number[] = []
  const seen: string[] = []
  let opened = 0
  await followEvents({
    open: () => {
      opened += 1
      if (opened === 2) return Promise.reject(new Error('network'))
      return Promise.resolve(new Response(streamOf(`data: ${opened}\n\n`)))
    },
    signal: stop.signal,
    onEvent: ({ data }) => seen.push(data),
    onReconnect: () => seen.push('gap'),
    wait: (milliseconds) => {
      waits.push(milliseconds)
      if (waits.length === 3) stop.abort()
      return Promise.resolve()
    },
  })
  expect(seen).toEqual(['1', 'gap', '3'])
  expect(waits).toEqual([1000, 2000, 1000])
})

test('a lost right ends the stream for good', async () => {
  let opened = 0
  await followEvents({
    open: () => {
      opened += 1
      return Promise.reject(Object.assign(new Error('no'), { code: 'no_right' }))
    },
    signal: new AbortController().signal,
    onEvent: () => undefined,
    onReconnect: () => undefined,
  })
  expect(opened).toBe(1)
})

test('waits stop growing at half a minute', () => {
  expect([1, 2, 3, 6, 20].map(reconnectWait)).toEqual([1000, 2000, 4000, 30_000, 30_000])
})
