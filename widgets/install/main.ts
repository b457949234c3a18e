import '../shared/main.css'
import './install.css'
import { startWidget } from '../shared/start.ts'
import InstallPage from './InstallPage.vue'
import { installEn } from './messages/en.ts'
import { installRu } from './messages/ru.ts'

void startWidget('install', InstallPage, { ru: installRu, en: installEn })
