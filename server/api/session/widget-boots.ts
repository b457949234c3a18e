import { bootCarrierForm } from '../captures/boot-carrier-form.ts'
import { bootCarriers } from '../carriers/boot-carriers.ts'
import { bootOffers } from '../offers/boot-offers.ts'
import { bootProfitability } from '../profit/boot-profitability.ts'
import { bootRefusal, bootRefusals } from '../refusals/boot-refusal.ts'
import { bootProfitReport } from '../profit-report/boot-profit-report.ts'
import type { WidgetBoot } from './widget-boot.ts'

/** Every widget that opens in a card, a call or a page of its own, by the name of its folder. */
export const WIDGET_BOOTS: Record<string, WidgetBoot> = {
  'carrier-form': bootCarrierForm,
  carriers: bootCarriers,
  offers: bootOffers,
  profitability: bootProfitability,
  refusal: bootRefusal,
  refusals: bootRefusals,
  'profit-report': bootProfitReport,
}
