import { startWidgetFixture } from './server.ts'

/** For looking at a built widget by hand: prints the address of the portal page and stays. */
const fixture = await startWidgetFixture()
console.log(`${fixture.portalUrl}/?widget=carriers&scenario=usual&language=ru`)
