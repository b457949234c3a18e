import '../shared/main.css'
import './offers.css'
import { startWidget } from '../shared/start.ts'
import { offersEn } from './messages/en.ts'
import { offersRu } from './messages/ru.ts'
import OffersPage from './OffersPage.vue'

void startWidget('offers', OffersPage, { ru: offersRu, en: offersEn })
