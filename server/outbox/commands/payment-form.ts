import type { VatCode } from '../../../contract/codes.ts'
import type { MappedProcess } from '../../portal/schema-map.ts'

/** A portal with several own legal entities has a form for each: `second:22`. The first that fits the treatment. */
export function paymentForm(process: MappedProcess, vat: VatCode): string {
  const forms = Object.keys(process.fields.PAYMENT_FORM?.elements ?? {})
  return forms.find((form) => form === vat) ?? forms.find((form) => form.endsWith(`:${vat}`)) ?? vat
}
