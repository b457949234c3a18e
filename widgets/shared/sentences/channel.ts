import type { Language } from '../../../contract/codes.ts'

const CHANNELS: Record<string, Record<Language, string>> = {
  whatsapp: { ru: 'WhatsApp', en: 'WhatsApp' },
  telegram: { ru: 'Telegram', en: 'Telegram' },
  max: { ru: 'MAX', en: 'MAX' },
  sms: { ru: 'SMS', en: 'SMS' },
  email: { ru: 'почта', en: 'e-mail' },
  phone: { ru: 'телефон', en: 'phone' },
}

/** How a carrier likes to be reached; a channel a portal has added itself is shown as it is. */
export function channelText(language: Language, channel: string): string {
  return CHANNELS[channel]?.[language] ?? channel
}
