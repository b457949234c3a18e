/**
 * The server as `npm run chaos` starts and kills it: the real one, on a clock that runs faster, with one door more, by
 * which presses come in that no widget makes yet.
 */
import { createServer, type RequestListener, type ServerOptions } from 'node:http'
import { readConfig } from '../../server/config.ts'
import { createContext } from '../../server/context.ts'
import { ANSWER_TIMEOUT_MS } from '../../server/portal/sdk-client.ts'
import { startServer } from '../../server/start.ts'
import { PRESS_PATH, pressDoor } from './press-door.ts'
import { scaledTime } from './scaled-time.ts'

const scale = Number(process.env.CHAOS_SCALE)
const time = scaledTime(Number(process.env.CHAOS_STARTED_AT), scale)
const context = await createContext(readConfig(process.env), {
  time,
  pages: { read: async () => ({ head: '<!doctype html><html><body>', tail: '</body></html>' }) },
  answerTimeoutMs: ANSWER_TIMEOUT_MS / scale,
})
const door = pressDoor(context.api)
const server = await startServer(
  context,
  ((options: ServerOptions, listener: RequestListener) =>
    createServer(options, (request, response) =>
      request.url === PRESS_PATH ? void door(request, response) : listener(request, response),
    )) as typeof createServer,
  scale,
)
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
