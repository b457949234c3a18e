import { startActivityBar } from './activity/activity-bar.ts'
import { startAppPage } from './app-page.ts'
import { startCard } from './card-page.ts'
import { startLinks } from './links.ts'
import { listenToFrames } from './listen.ts'
import { keepLive } from './live-card.ts'
import { becomeHost } from './own-host.ts'
import { showCalls } from './phone/phone.ts'
import { startTopBar } from './top-bar.ts'

becomeHost()
listenToFrames()
startTopBar()
startLinks()
startCard()
startActivityBar()
startAppPage()
keepLive(showCalls)
