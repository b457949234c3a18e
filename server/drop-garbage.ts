import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives back what building at the start has left behind. The engine would keep a hundred MiB of it for as long as the
 * machine has room; it stops for a tenth of a second, before the day's work begins.
 */
export function dropGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  // What the first round has found to be garbage is given back to the machine by the second, on a thread beside; the
  // third waits for it.
  for (let round = 0; round < 3; round++) if (typeof collect === 'function') collect()
}
