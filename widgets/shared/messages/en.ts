import type { sharedRu } from './ru.ts'

/** What every widget says. */
export const sharedEn: typeof sharedRu = {
  refused: {
    title: 'Could not open',
    again: 'Try again',
    outside: 'This page opens from a card in Bitrix24: the Carriers tab of a request or an order.',
  },
  stale: 'The portal does not answer now. Shown as of {time}; new offers will be written when it does.',
  theme: { title: 'Appearance', light: 'Light', dark: 'Dark', system: 'System' },
  close: 'Close',
}
