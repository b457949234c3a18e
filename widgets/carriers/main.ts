import '../shared/main.css'
import './carriers.css'
import { startWidget } from '../shared/start.ts'
import CarriersPage from './CarriersPage.vue'
import { carriersEn } from './messages/en.ts'
import { carriersRu } from './messages/ru.ts'

void startWidget('carriers', CarriersPage, { ru: carriersRu, en: carriersEn })
