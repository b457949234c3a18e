import { imCallTo, imOpenHistory, imOpenMessenger, imPhoneTo, showAppForm } from './calls.ts'
import type { Command } from './command.ts'
import { selectCRM, selectUser } from './dialogs.ts'
import { setAppOption, setUserOption } from './options.ts'
import { getInterface, placementBindEvent, reloadData } from './placement.ts'
import { getInitData, refreshAuth, setInstall, setInstallFinish } from './session.ts'
import { closeApplication, openApplication, openPath } from './sliders.ts'
import { reloadWindow, resizeWindow, setScroll, setTitle } from './window.ts'

/** Every command this portal answers, by its name on the wire; others are ignored without a word. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    getInitData,
    refreshAuth,
    setInstall,
    setInstallFinish,
    resizeWindow,
    setTitle,
    setScroll,
    reloadWindow,
    openPath,
    openApplication,
    closeApplication,
    setAppOption,
    setUserOption,
    getInterface,
    placementBindEvent,
    reloadData,
    imPhoneTo,
    imCallTo,
    imOpenMessenger,
    imOpenHistory,
    selectUser,
    selectCRM,
    showAppForm,
  }),
)
