import { readConfig } from './config.ts'
import { createContext } from './context.ts'
import { startServer } from './start.ts'

const context = await createContext(readConfig(process.env))
const server = await startServer(context)

let stopping = false
async function stop(signal: string) {
  if (stopping) return
  stopping = true
  context.log.info({ signal }, 'stopping')
  await server.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
