import type { Spell } from './own-field.ts'

/**
 * Money as people type it into a text field: «85 000 руб. с НДС». The VAT is told in words where the form of payment
 * is known, in one of several habits; the same sum is always typed the same way.
 */
export function asMoneyText(formCode: string): Spell {
  return (value, other) => {
    const rubles = Number(String(value).split('|')[0])
    return typeRubles(rubles) + vatWords(String(other(formCode) ?? ''), rubles)
  }
}

function typeRubles(rubles: number): string {
  const whole = Math.floor(rubles)
  const cents = Math.round((rubles - whole) * 100)
  const fraction = cents === 0 ? '' : `,${String(cents).padStart(2, '0')}`
  const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ' ') + fraction
  if (cents === 0 && whole >= 10_000 && whole % 500 === 0 && whole % 7 === 0)
    return `${String(whole / 1000).replace('.', ',')} т.р.`
  if (whole % 5 === 0) return `${grouped} руб.`
  return whole % 3 === 0 ? `${whole}${fraction}` : `${grouped} р`
}

function vatWords(vat: string, rubles: number): string {
  if (vat === 'none') return ' без НДС'
  if (vat === 'cash') return ' нал'
  if (vat === '') return ''
  // «С НДС» means the general rate of its day; other rates are written out.
  if (vat === '22' || vat === '20') return Math.floor(rubles) % 4 === 0 ? ` с НДС ${vat}%` : ' с НДС'
  return ` с НДС ${vat}%`
}
