/** A thread does not inherit the loader that lets its process read TypeScript: it has to register it by itself. */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.module)
