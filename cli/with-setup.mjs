/**
 * Runs a TypeScript command after making sure that what it needs is there: packages, a compiler for the one native
 * package, and (where asked) a browser. Plain JavaScript, because it must run before anything is installed.
 *
 *   node cli/with-setup.mjs [--browser] [--browser-if-checking] [--build] -- cli/demo.ts [arguments]
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function main() {
  const separator = process.argv.indexOf('--')
  const flags = process.argv.slice(2, separator)
  const [script, ...rest] = process.argv.slice(separator + 1)
  checkNode()
  installPackages()
  const needsBrowser =
    flags.includes('--browser') || (flags.includes('--browser-if-checking') && rest.includes('--check'))
  const browser = needsBrowser ? findOrInstallBrowser() : undefined
  const child = spawn(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, script), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(browser ? { REIS_BROWSER: browser } : {}) },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Reis needs Node 20.19 or newer; this is ${process.versions.node}.`)
}

/** The stamp inside node_modules tells which lock file it was made from. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules/.reis-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  installCompiler()
  say('Installing packages (about two minutes the first time)…')
  const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (install.status !== 0) fail('The packages could not be installed; npm says why above.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
}

/** better-sqlite3 is compiled where no ready build can be fetched. */
function installCompiler() {
  const missing = [
    ['python3', 'python3'],
    ['make', 'make'],
    ['g++', 'g++'],
  ].filter(([command]) => !onPath(command))
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name)
  if (!canApt()) return say(`If a native package fails to build, install ${packages.join(', ')} and start again.`)
  apt(packages)
}

function findOrInstallBrowser() {
  const named = process.env.REIS_BROWSER
  if (named) return existsSync(named) ? named : fail(`REIS_BROWSER names ${named}, which is not there.`)
  const found = findBrowser()
  if (found) return found
  if (!canApt())
    fail(
      'No Chrome or Chromium was found. Install one (Debian: apt-get install chromium-headless-shell) or name it in REIS_BROWSER.',
    )
  apt(['chromium-headless-shell', 'fonts-inter'])
  return findBrowser() ?? fail('chromium-headless-shell was installed, but it is not on the PATH.')
}

function findBrowser() {
  for (const name of BROWSERS) {
    const path = onPath(name)
    if (path) return path
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return existsSync(mac) ? mac : undefined
}

function onPath(command) {
  const answer = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command], { encoding: 'utf8' })
  return answer.status === 0 ? answer.stdout.trim() : undefined
}

function canApt() {
  return process.getuid?.() === 0 && Boolean(onPath('apt-get'))
}

function apt(packages) {
  say(`Installing ${packages.join(', ')}…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 2] })
  const install = spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { env, stdio: ['ignore', 'ignore', 2] })
  if (update.status !== 0 || install.status !== 0)
    fail(`${packages.join(', ')} could not be installed; apt says why above.`)
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}

main()
