/** What the demonstration does where a person's browser would: opens the application's frame and reads its answer. */
export interface OpenedFrame {
  /** Our answer to the placement POST, whole. */
  html: string
  status: number
  /** From the POST to the first byte, and to the last one. */
  firstByteMs: number
  lastByteMs: number
}

export interface FrameRequest {
  viewerId: number
  placement: string
  placementId?: number
  options: Record<string, unknown>
  uri: string
  /** The address of his own this person posts from, where the application is told it by a proxy. */
  address?: string
}

/** Asks the portal for a frame as its own page does, and posts the form it gives to the application. */
export async function openFrame(portalUrl: string, { address, ...request }: FrameRequest): Promise<OpenedFrame> {
  const ticket = await portalAction<{ action: string; fields: Record<string, string> }>(portalUrl, 'frame', {
    ...request,
    language: 'ru',
  })
  const startedAt = performance.now()
  const answer = await fetch(ticket.action, {
    method: 'POST',
    body: new URLSearchParams(ticket.fields),
    ...(address && { headers: { 'x-forwarded-for': address } }),
  })
  const firstByteMs = performance.now() - startedAt
  const html = await answer.text()
  return { html, status: answer.status, firstByteMs, lastByteMs: performance.now() - startedAt }
}

/** A request that the portal's own page would make. */
export async function portalAction<Result>(portalUrl: string, name: string, body: unknown): Promise<Result> {
  const answer = await fetch(`${portalUrl}/sandbox/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: portalUrl },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`The portal refused ${name}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Result
}

/** The data block of a page's answer. Throws when the page holds none: then it holds a sentence for a person. */
export function readBoot<Boot>(html: string): Boot {
  const block = /<script type="application\/json" id="reis-boot">([\s\S]*?)<\/script>/.exec(html)?.[1]
  if (block === undefined)
    throw new Error(`The application answered without data: ${html.replace(/<[^>]+>/g, ' ').slice(0, 400)}`)
  return JSON.parse(block) as Boot
}
