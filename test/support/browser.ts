import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const KNOWN_PLACES = [
  process.env['REIS_BROWSER'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
]

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless browser. Throws a sentence that says what to install where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = KNOWN_PLACES.find((path) => path !== undefined && existsSync(path))
  if (!executablePath)
    throw new Error(
      'No browser found: install one (`apt-get install chromium-headless-shell`), or name it in REIS_BROWSER.',
    )
  return chromium.launch({ executablePath, args: FLAGS })
}
