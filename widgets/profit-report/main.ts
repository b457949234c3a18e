import '../shared/main.css'
import './profit-report.css'
import { startWidget } from '../shared/start.ts'
import { profitReportEn } from './messages/en.ts'
import { profitReportRu } from './messages/ru.ts'
import ProfitReportPage from './ProfitReportPage.vue'

void startWidget('profit-report', ProfitReportPage, { ru: profitReportRu, en: profitReportEn })
