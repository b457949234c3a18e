import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { faultPlanSchema, type FaultPlan } from './rules/faults/fault.ts'
import type { AppRegistration, Features, SandboxOptions } from './options.ts'
import { startSandbox } from './server.ts'

const usage = `Starts a local portal.

  --port N             port to listen on (8024; 0 for any free one)
  --tls                https with a self-signed certificate made at the start; needs the openssl command
  --seed NAME          mogutin, mogutin-own, small, empty, sdk or unlucky (mogutin)
  --scale N            multiplies the seed's numbers (1)
  --today YYYY-MM-DD   the day the data end at (today)
  --state FILE         keep the portal in this file; an existing one is used as it is
  --member-id ID       the portal's id
  --per-second N       requests that leak out of the bucket a second (2; 0 switches the limit off)
  --faults FILE        what goes wrong: JSON such as { "seed": 1, "faults": [{ "kind": "latency", "delay": 200 }] }
  --no-offline-queue   a plan without offline events
  --no-smart-processes a plan on which smart processes can only be read
  --documents N        how many documents the plan lets be printed
  --app-client-id ID --app-client-secret TEXT --app-handler URL --app-install URL
                       registers an application; --app-title-ru, --app-title-en and --app-scope (comma list) go with it
  --app FILE           the same as JSON: clientId, clientSecret, title, handlerUrl, installUrl, scope`

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    port: { type: 'string', default: '8024' },
    tls: { type: 'boolean', default: false },
    seed: { type: 'string', default: 'mogutin' },
    scale: { type: 'string', default: '1' },
    today: { type: 'string' },
    state: { type: 'string' },
    'member-id': { type: 'string' },
    'per-second': { type: 'string' },
    faults: { type: 'string' },
    'no-offline-queue': { type: 'boolean', default: false },
    'no-smart-processes': { type: 'boolean', default: false },
    documents: { type: 'string' },
    'app-client-id': { type: 'string' },
    'app-client-secret': { type: 'string' },
    'app-handler': { type: 'string' },
    'app-install': { type: 'string' },
    'app-title-ru': { type: 'string' },
    'app-title-en': { type: 'string' },
    'app-scope': { type: 'string' },
    app: { type: 'string' },
  },
})

const seeds = ['mogutin', 'mogutin-own', 'small', 'empty', 'sdk', 'unlucky'] as const

function readOptions(): SandboxOptions {
  const seed = seeds.find((name) => name === values.seed)
  if (!seed) throw new Error(`There is no seed ${values.seed}: choose one of ${seeds.join(', ')}.`)
  if (values.today !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.today))
    throw new Error('--today is a day such as 2025-11-24.')
  const options: SandboxOptions = { seed, port: readNumber('port'), scale: readNumber('scale'), tls: values.tls }
  if (values.today !== undefined) options.today = values.today
  if (values.state !== undefined) options.stateFile = values.state
  if (values['member-id'] !== undefined) options.memberId = values['member-id']
  if (values['per-second'] !== undefined)
    options.limits = { perSecond: readNumber('per-second') || Number.POSITIVE_INFINITY }
  options.features = readPlan()
  if (values.faults !== undefined) options.faults = readFaults(values.faults)
  const app = readApp()
  if (app) options.app = app
  return options
}

function readPlan(): Features {
  return {
    ...(values['no-offline-queue'] ? { offlineQueue: false } : {}),
    ...(values['no-smart-processes'] ? { smartProcesses: false } : {}),
    ...(values.documents === undefined ? {} : { documents: readNumber('documents') }),
  }
}

function readNumber(name: 'port' | 'scale' | 'per-second' | 'documents'): number {
  const number = Number(values[name])
  if (!Number.isFinite(number) || number < 0) throw new Error(`--${name} is a number.`)
  return number
}

function readFaults(file: string): FaultPlan {
  const plan = faultPlanSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!plan.success) throw new Error(`${file} is no list of faults:\n${z.prettifyError(plan.error)}`)
  return plan.data
}

function readApp(): AppRegistration | null {
  if (values.app !== undefined) return JSON.parse(readFileSync(values.app, 'utf8')) as AppRegistration
  const clientId = values['app-client-id']
  const handlerUrl = values['app-handler']
  if (clientId === undefined && handlerUrl === undefined) return null
  if (clientId === undefined || handlerUrl === undefined)
    throw new Error('An application needs both --app-client-id and --app-handler.')
  const scope =
    values['app-scope'] ?? 'crm,user,department,placement,im,userfieldconfig,telephony,task,bizproc,timeman,calendar'
  return {
    clientId,
    clientSecret: values['app-client-secret'] ?? '',
    title: { ru: values['app-title-ru'] ?? clientId, en: values['app-title-en'] ?? clientId },
    handlerUrl,
    installUrl: values['app-install'] ?? handlerUrl,
    scope: scope.split(',').map((name) => name.trim()),
  }
}

async function main(): Promise<void> {
  if (values.help === true) {
    console.log(usage)
    return
  }
  const sandbox = await startSandbox(readOptions())
  console.log(`Portal      ${sandbox.url}/`)
  console.log(`Webhook     ${sandbox.webhookUrl}`)
  console.log(`Inspector   ${sandbox.url}/sandbox/inspector`)
  console.log(`OAuth       ${sandbox.oauthEndpoint}`)
  console.log(`member_id   ${sandbox.memberId}`)
  if (sandbox.certificateFile !== null)
    console.log(`Certificate ${sandbox.certificateFile}  (NODE_EXTRA_CA_CERTS; gone when the portal stops)`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
