import '../shared/main.css'
import './profitability.css'
import { startWidget } from '../shared/start.ts'
import { profitabilityEn } from './messages/en.ts'
import { profitabilityRu } from './messages/ru.ts'
import ProfitabilityPage from './ProfitabilityPage.vue'

void startWidget('profitability', ProfitabilityPage, { ru: profitabilityRu, en: profitabilityEn })
