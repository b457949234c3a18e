/** `npm run check`: format, lint, types, architecture and unit tests; under half a minute. */
import { knowsAllComponents } from './component-types.ts'
import { runSteps } from './steps.ts'

process.exitCode = await runSteps([
  { title: 'format', command: 'oxfmt', args: ['--check', '.'] },
  { title: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  [
    {
      title: 'types',
      command: 'vue-tsc',
      args: ['--noEmit', '-p', '.'],
      needs: ['node_modules/.b24ui-nuxt'],
      isBuilt: knowsAllComponents,
    },
    { title: 'unit and architecture tests', command: 'vitest', args: ['run', '--project', 'unit'] },
  ],
])
