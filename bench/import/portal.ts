/**
 * The portal of `bench -- import`: the real limits, on a clock that runs faster, in the state a long import finds them
 * in: the method's ten minutes are used up evenly. The bucket holds what the application itself has put in: whose calls
 * others have filled it with, nobody can know before he is refused.
 */
import { appendFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MINUTES_KEPT, USED_A_MINUTE } from './ceiling.ts'
import { scaledTime } from '../../cli/chaos/scaled-time.ts'
import type { AppRegistration } from '../../sandbox/options.ts'
import { startSandbox } from '../../sandbox/server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    state: { type: 'string' },
    'seed-scale': { type: 'string' },
    'started-at': { type: 'string' },
    'clock-scale': { type: 'string' },
    app: { type: 'string' },
    refusals: { type: 'string' },
  },
})
const time = scaledTime(Number(values['started-at']), Number(values['clock-scale']))
let earlierMs = 0
const { portal } = await startSandbox({
  port: Number(values.port),
  seed: 'mogutin',
  scale: Number(values['seed-scale']),
  stateFile: values.state!,
  now: () => time.now() - earlierMs,
  app: JSON.parse(values.app!),
})

const account = `app:${(JSON.parse(values.app!) as AppRegistration).clientId}`
for (let minute = MINUTES_KEPT - 1; minute >= 0; minute -= 1) {
  earlierMs = minute * 60_000
  portal.operating.charge(account, 'crm.item.list', USED_A_MINUTE)
}
earlierMs = 0

// Every refusal for a limit leaves a line, also of a command inside a batch, which no log of requests shows.
const counted =
  <Args extends unknown[]>(name: string, ask: (...args: Args) => void) =>
  (...args: Args): void => {
    try {
      ask(...args)
    } catch (error) {
      appendFileSync(values.refusals!, `${[name, ...args].join(' ')}\n`)
      throw error
    }
  }
portal.limiter.take = counted('rate', portal.limiter.take)
portal.operating.check = counted('operating', portal.operating.check)
