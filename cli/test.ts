/**
 * `npm test`: builds the widgets and runs every test. Arguments go to vitest (`npm test -- test/flow/offer.test.ts`).
 * Ends with a plain line «N passed, N failed», which CI reads.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runSteps } from './steps.ts'

const REPORT = 'var/test-report.json'
mkdirSync('var', { recursive: true })
rmSync(REPORT, { force: true })

const code = await runSteps([
  { title: 'widgets', command: 'vite', args: ['build', '--logLevel', 'warn'] },
  { title: 'types', command: 'vue-tsc', args: ['--noEmit', '-p', '.'] },
  {
    title: 'tests',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...process.argv.slice(2)],
  },
])
const counts = readCounts()
if (counts) process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
process.exitCode = counts && counts.passed > 0 ? code : 1

function readCounts(): { passed: number; failed: number } | null {
  if (!existsSync(REPORT)) return null
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as { numPassedTests: number; numFailedTests: number }
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}
