import { z } from 'zod'
import { InvalidInputError } from './errors.ts'

const environment = z.object({
  REIS_PORT: z.coerce.number().int().min(0).max(65535).default(8025),
  REIS_HOST: z.string().default('127.0.0.1'),
  REIS_PUBLIC_URL: z.url(),
  REIS_DATA: z.string().default('var/data'),
  REIS_SECRET: z.string().min(32),
  REIS_CLIENT_ID: z.string().min(1),
  REIS_CLIENT_SECRET: z.string().min(1),
  REIS_OAUTH_ENDPOINTS: z.string().default('https://oauth.bitrix.info/rest/,https://oauth.bitrix24.tech/rest/'),
  REIS_CALLS_PER_SECOND: z.coerce.number().positive().default(2),
  REIS_CALLS_BURST: z.coerce.number().int().positive().default(50),
  REIS_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  REIS_METRICS_TOKEN: z.string().min(16).optional(),
  REIS_ROUTING_URL: z.url({ protocol: /^https?$/ }).optional(),
  REIS_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  port: number
  host: string
  /** Where browsers and the portal reach us, without a trailing slash. Handlers are bound to it; never taken from a request. */
  publicUrl: string
  /** Folder of registry.db and one <memberId>.db per portal. */
  dataFolder: string
  /** Encrypts tokens at rest and signs our own sessions. */
  secret: string
  clientId: string
  clientSecret: string
  /** OAuth servers a secret may be sent to, with trailing slash; anything else a browser posts is refused. */
  oauthEndpoints: string[]
  callsPerSecond: number
  callsBurst: number
  /** A reverse proxy of ours stands in front: callers are told apart by the last address it added to X-Forwarded-For. */
  trustProxy: boolean
  /** Bearer that `GET /metrics` asks for; null switches the figures off. */
  metricsToken: string | null
  /** An OSRM server that knows the roads; null: distances are estimated. */
  routingUrl: string | null
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Reads and checks the environment; the only place that knows the variables' names. Throws InvalidInputError naming each wrong one. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(variables)
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    throw new InvalidInputError(
      `Wrong settings: ${fields.map((field) => `${field.path}: ${field.message}`).join('; ')}`,
      fields,
    )
  }
  const value = parsed.data
  return {
    port: value.REIS_PORT,
    host: value.REIS_HOST,
    publicUrl: value.REIS_PUBLIC_URL.replace(/\/+$/, ''),
    dataFolder: value.REIS_DATA,
    secret: value.REIS_SECRET,
    clientId: value.REIS_CLIENT_ID,
    clientSecret: value.REIS_CLIENT_SECRET,
    oauthEndpoints: value.REIS_OAUTH_ENDPOINTS.split(',')
      .map((endpoint) => endpoint.trim())
      .filter(Boolean),
    callsPerSecond: value.REIS_CALLS_PER_SECOND,
    callsBurst: value.REIS_CALLS_BURST,
    trustProxy: value.REIS_TRUST_PROXY === '1',
    metricsToken: value.REIS_METRICS_TOKEN ?? null,
    routingUrl: value.REIS_ROUTING_URL ?? null,
    logLevel: value.REIS_LOG_LEVEL,
  }
}
