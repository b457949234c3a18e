import { startActivityBar } from './activity/activity-bar.ts'
import { startRecords } from './activity/records.ts'
import { startAppPage, startWorkers } from './app-page.ts'
import { startCard } from './card-page.ts'
import { startLinks } from './links.ts'
import { listenToFrames } from './listen.ts'
import { keepLive } from './live-card.ts'
import { startMenus } from './menus.ts'
import { becomeHost } from './own-host.ts'
import { showCalls } from './phone/phone.ts'
import { startReports } from './report-page.ts'
import { startTopBar } from './top-bar.ts'
import { sayUsable } from './usable.ts'

startMenus()
becomeHost()
listenToFrames()
startTopBar()
startLinks()
startCard()
startActivityBar()
startRecords()
startAppPage()
startWorkers()
startReports()
keepLive(showCalls)
sayUsable()
