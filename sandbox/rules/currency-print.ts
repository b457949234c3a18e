import type { Currency } from '../state/currencies.ts'
import { formatInstant } from './time.ts'

const names: Record<string, [name: string, format: string]> = {
  RUB: ['Российский рубль', '# &#8381;'],
  USD: ['Доллар США', '$#'],
  EUR: ['Евро', '&euro;#'],
  KZT: ['Казахстанский тенге', '# &#8376;'],
  BYN: ['Белорусский рубль', '# Br'],
  CNY: ['Китайский юань', '&yen;#'],
}

export function printCurrency(currency: Currency): Record<string, unknown> {
  const [name, format] = names[currency.code] ?? [currency.code, `# ${currency.code}`]
  return {
    CURRENCY: currency.code,
    AMOUNT_CNT: '1',
    AMOUNT: currency.rate.toFixed(4),
    SORT: String(currency.sort),
    BASE: currency.isBase ? 'Y' : 'N',
    FULL_NAME: name,
    LID: 'ru',
    FORMAT_STRING: format,
    DEC_POINT: ',',
    THOUSANDS_SEP: ' ',
    DECIMALS: '2',
    DATE_UPDATE: formatInstant(currency.updated),
  }
}
