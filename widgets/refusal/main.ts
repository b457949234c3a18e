import '../shared/main.css'
import '../shared/refusals/refusals.css'
import './refusal.css'
import { refusalsEn } from '../shared/refusals/messages/en.ts'
import { refusalsRu } from '../shared/refusals/messages/ru.ts'
import { startWidget } from '../shared/start.ts'
import { refusalEn } from './messages/en.ts'
import { refusalRu } from './messages/ru.ts'
import RefusalPage from './RefusalPage.vue'

void startWidget('refusal', RefusalPage, {
  ru: { ...refusalsRu, ...refusalRu },
  en: { ...refusalsEn, ...refusalEn },
})
