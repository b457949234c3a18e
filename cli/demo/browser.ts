import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const KNOWN_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Keeps a headless browser from calling its maker's hosts. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser that `REIS_BROWSER` names, else one found. Throws a sentence that says what to install. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['REIS_BROWSER']
  const executablePath = [named, ...KNOWN_PLACES].find((path) => path !== undefined && existsSync(path))
  if (!executablePath)
    throw new Error(
      'No browser was found: install one (Debian: apt-get install chromium-headless-shell) or name it in REIS_BROWSER.',
    )
  return chromium.launch({ executablePath, args: FLAGS })
}
