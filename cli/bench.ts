/**
 * `npm run bench -- NAME [options]`: reproducible measurements. Each prints a table for people and, as its last line,
 * one line of JSON with "ok"; the exit code is 0 only when every goal stated for it is met.
 */
import process from 'node:process'

type Bench = (args: string[]) => Promise<number>

const BENCHES: Record<string, () => Promise<Bench>> = {
  form: async () => (await import('../bench/form.ts')).run,
  open: async () => (await import('../bench/open.ts')).run,
  refusal: async () => (await import('../bench/refusal.ts')).run,
  reports: async () => (await import('../bench/reports.ts')).run,
  import: async () => (await import('../bench/import.ts')).run,
  match: async () => (await import('../bench/match.ts')).run,
  offers: async () => (await import('../bench/offers.ts')).run,
  sandbox: async () => (await import('../bench/sandbox.ts')).run,
}

const [name, ...args] = process.argv.slice(2)
const bench = name === undefined ? undefined : BENCHES[name]
if (bench) process.exitCode = await (await bench())(args)
else {
  process.stderr.write(`Which measurement? One of: ${Object.keys(BENCHES).join(', ')}\n`)
  process.exitCode = 1
}
