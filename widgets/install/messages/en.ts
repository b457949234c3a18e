import type { installRu } from './ru.ts'

/** What the main page of the app says: installation, then how things stand. */
export const installEn: typeof installRu = {
  install: {
    welcome: 'Let us set up the portal for Reis',
    welcomeText:
      'We create the processes and fields that are missing, add the Carriers tab to the cards and load the history. Your data is neither changed nor deleted; what exists already is used as it is.',
    start: 'Start',
    running: 'Setting up the portal',
    runningText: 'You may close this page: the work goes on, and opening it again shows how far it is.',
    failed: 'The setup has stopped',
    failedText: 'What was done is kept. It continues from this step and creates nothing twice.',
    resume: 'Continue',
    guest: 'The app is still being set up',
    guestText: 'A portal administrator can do it. Ask him to open Reis in the left menu.',
    lost: 'Connection to the server was lost, trying again…',
  },
  tabs: { state: 'State', map: 'Portal fields', settings: 'Settings' },
  settings: {
    saved: 'Saved',
    reset: 'Back to the default',
    bounds: 'A number from {least} to {most} is needed',
    failed: 'The settings did not load. Nothing was changed.',
    again: 'Load again',
  },
  guest: {
    title: 'Reis works inside cards',
    text: 'Open a request or an order and go to the Carriers tab.',
    admin: 'If there is no such tab, the app is not set up yet: a portal administrator can do it on this page.',
  },
  done: {
    title: 'Done',
    tab: 'The Carriers tab stands in the cards of requests and orders.',
    first: 'Where to start',
    steps: [
      'Open any request that has a loading and an unloading place.',
      'Go to the Carriers tab: the list is ranked, and each carrier shows why it is there.',
      'Press a phone to call, and “Propose” to record a price.',
    ],
    status: 'Portal data',
    since: 'set up {when}',
    check: 'Check the setup again',
    checkHint: 'Repeating is safe: only what is missing is created.',
  },
}
