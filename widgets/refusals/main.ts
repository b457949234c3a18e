import '../shared/main.css'
import '../shared/refusals/refusals.css'
import './refusals.css'
import { refusalsEn } from '../shared/refusals/messages/en.ts'
import { refusalsRu } from '../shared/refusals/messages/ru.ts'
import { startWidget } from '../shared/start.ts'
import { queueEn } from './messages/en.ts'
import { queueRu } from './messages/ru.ts'
import RefusalsPage from './RefusalsPage.vue'

void startWidget('refusals', RefusalsPage, { ru: { ...refusalsRu, ...queueRu }, en: { ...refusalsEn, ...queueEn } })
