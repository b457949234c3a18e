import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { B24OAuth } from '@bitrix24/b24jssdk'
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.ts'
import { makeTiny } from './tiny-seed.ts'

export const testApp = {
  clientId: 'local.test.reis',
  clientSecret: 'secret-of-the-test-app',
  title: { ru: 'Рейс', en: 'Reis' },
  handlerUrl: 'http://127.0.0.1:9/app',
  installUrl: 'http://127.0.0.1:9/install',
  scope: ['crm', 'user', 'department', 'placement', 'im', 'userfieldconfig'],
}

/** The tiny forwarder's portal with the test application registered and no rate limit. */
export function startTiny(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({
    seed: makeTiny,
    today: '2025-11-24',
    app: testApp,
    limits: { perSecond: Infinity },
    ...options,
  })
}

/** The official SDK's client for that user, its own limiter and retries out of the way. */
export function sdkFor(sandbox: Sandbox, userId: number): B24OAuth {
  const token = sandbox.portal.issueToken(userId)
  const expires = Math.floor(Date.now() / 1000) + token.expiresIn
  return new B24OAuth(
    {
      applicationToken: sandbox.portal.app?.applicationToken ?? '',
      userId,
      memberId: sandbox.memberId,
      accessToken: token.accessToken,
      refreshToken: token.refreshToken,
      expires,
      expiresIn: token.expiresIn,
      scope: testApp.scope.join(','),
      domain: sandbox.url.replace('http://', ''),
      clientEndpoint: `${sandbox.url}/rest/`,
      serverEndpoint: sandbox.oauthEndpoint,
      status: 'L',
    },
    { clientId: testApp.clientId, clientSecret: testApp.clientSecret },
    {
      restrictionParams: {
        rateLimit: { burstLimit: 10_000, drainRate: 10_000, adaptiveEnabled: false },
        operatingLimit: { windowMs: 600_000, limitMs: 480_000, heavyPercent: 100 },
        adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
        maxRetries: 1,
        retryDelay: 1,
      },
    },
  )
}

export interface RawAnswer {
  status: number
  body: Record<string, unknown> & { result?: unknown; error?: unknown; total?: number; next?: number }
  headers: Headers
}

/** A plain JSON call to the portal's webhook, or to any other address. */
export async function post(address: string, params: Record<string, unknown> = {}): Promise<RawAnswer> {
  return read(
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    }),
  )
}

export async function read(answer: Response): Promise<RawAnswer> {
  const text = await answer.text()
  const isJson = (answer.headers.get('content-type') ?? '').includes('json')
  return {
    status: answer.status,
    body: isJson ? (JSON.parse(text) as RawAnswer['body']) : { text },
    headers: answer.headers,
  }
}

/** A call with a token of that user, without the SDK in between. */
export function callAs(sandbox: Sandbox, userId: number, method: string, params: Record<string, unknown> = {}) {
  const { accessToken } = sandbox.portal.issueToken(userId)
  return post(`${sandbox.url}/rest/${method}`, { ...params, auth: accessToken })
}

export interface Listener {
  url: string
  /** What was posted, oldest first. */
  received: URLSearchParams[]
  close(): Promise<void>
}

/** Stands where the application's event handler would. */
export async function startListener(): Promise<Listener> {
  const received: URLSearchParams[] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push(new URLSearchParams(Buffer.concat(parts).toString('utf8')))
      response.end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
