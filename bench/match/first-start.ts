/**
 * Starts the real server over a folder with one portal's file, as after a reboot, and says how long the lane index took
 * to be ready and how much memory the whole process holds. Run as a process of its own by `bench -- match`.
 */
import process from 'node:process'
import { laneMemoryOf } from '../../server/api/carriers/lane-memory.ts'
import { readConfig } from '../../server/config.ts'
import { createContext } from '../../server/context.ts'
import { startServer } from '../../server/start.ts'

const [folder = '', memberId = ''] = process.argv.slice(2)
const context = await createContext(
  readConfig({
    REIS_PORT: '0',
    REIS_PUBLIC_URL: 'http://127.0.0.1',
    REIS_DATA: folder,
    REIS_SECRET: 'a-secret-of-more-than-32-characters-for-measuring',
    REIS_CLIENT_ID: 'local.bench',
    REIS_CLIENT_SECRET: 'bench',
    REIS_LOG_LEVEL: 'silent',
  }),
)
const room = await context.api.openRoom(memberId)
if (!room) throw new Error('The portal of the measurement is not there')
const began = performance.now()
await laneMemoryOf(room.store, context.api.gazetteer)
const indexMs = performance.now() - began
const server = await startServer(context)
await context.warmUp()
process.stdout.write(`${JSON.stringify({ indexMs, rssMiB: process.memoryUsage().rss / 2 ** 20 })}\n`)
await server.stop()
