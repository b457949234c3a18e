import '../shared/main.css'
import './carrier-form.css'
import { startWidget } from '../shared/start.ts'
import CarrierFormPage from './CarrierFormPage.vue'
import { carrierFormEn } from './messages/en.ts'
import { carrierFormRu } from './messages/ru.ts'

void startWidget('carrier-form', CarrierFormPage, { ru: carrierFormRu, en: carrierFormEn })
