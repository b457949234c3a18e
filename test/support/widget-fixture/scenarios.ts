import type { CarriersAnswer } from '../../../contract/carriers.ts'
import type { Language } from '../../../contract/codes.ts'
import type { InstallState } from '../../../contract/install.ts'
import type { Boot, Session } from '../../../contract/session.ts'
import { KIROV, KIROV_KALUGA, usualAnswer } from './answers.ts'
import { installStates } from './install-states.ts'

/** The logist who looks: a named person, so that «вы звоните» and «Иванов звонит» differ. */
export function sessionOf(language: Language, portalOrigin: string, token: string): Session {
  return {
    token,
    expiresAt: '2099-01-01T00:00:00.000Z',
    userId: 1,
    userName: 'Мельникова Дарья',
    isAdmin: true,
    roles: ['logist', 'admin'],
    language,
    portalOrigin,
  }
}

const ANSWERS: Record<string, (now: Date) => CarriersAnswer> = {
  usual: usualAnswer,
  full: (now) => {
    const usual = usualAnswer(now)
    const load = usual.load
    return {
      ...usual,
      load: {
        ...load,
        adr: '3',
        tempFromC: 2,
        tempToC: 6,
        partLoad: true,
        loadingAll: true,
        stops: [
          load.stops[0]!,
          {
            ...load.stops[1]!,
            place: { state: 'known', text: 'Владимир', place: { ...KIROV, name: 'Владимир' }, taught: false },
          },
          load.stops[1]!,
        ],
        distance: { km: 812, source: 'orders' },
        clientRate: { minor: 10_400_000, currency: 'RUB', vat: '22' },
      },
    }
  },
  manager: (now) => {
    const usual = usualAnswer(now)
    return { ...usual, load: { ...usual.load, clientRate: { minor: 10_400_000, currency: 'RUB', vat: '22' } } }
  },
  long: (now) => {
    const usual = usualAnswer(now)
    const rows = Array.from({ length: 100 }, (_, index) => {
      const like = usual.rows[index % usual.rows.length]!
      return {
        ...like,
        companyId: 1000 + index,
        name: `${like.name} ${index + 1}`,
        offers: [],
        attempts: index % 8 ? [] : like.attempts,
      }
    })
    return { ...usual, rows }
  },
  stale: (now) => ({ ...usualAnswer(now), stale: true }),
  closed: (now) => ({ ...usualAnswer(now), load: { ...usualAnswer(now).load, open: false, targetRate: null } }),
  few: (now) => ({ ...usualAnswer(now), rates: { state: 'few', count: 3, carriers: 2, area: 'near' } }),
  empty: (now) => ({ ...usualAnswer(now), rows: [], vetoed: [], total: 0, totalVetoed: 0, rates: { state: 'none' } }),
  'only-vetoed': (now) => ({ ...usualAnswer(now), rows: [], total: 0 }),
  place: (now) => {
    const usual = usualAnswer(now)
    const [first, second] = usual.load.stops
    return {
      ...usual,
      load: {
        ...usual.load,
        distance: null,
        stops: [
          { ...first!, place: { state: 'ambiguous', text: 'Киров', alternatives: [KIROV, KIROV_KALUGA] } },
          { ...second!, place: { state: 'unknown', text: 'склад Есипово' } },
        ],
      },
      rows: [],
      vetoed: [],
      total: 0,
      totalVetoed: 0,
      rates: { state: 'none' },
    }
  },
}

export function answerOf(scenario: string, now: Date): CarriersAnswer {
  return (ANSWERS[scenario] ?? usualAnswer)(now)
}

/** What the page is told to start with; `refused-<code>` refuses with that code, `install-<state>` shows the installation. */
export function bootOf(scenario: string, session: Session, now: Date): Boot {
  if (scenario === 'reload') return { state: 'reload' }
  const refused = /^refused-(\w+)$/.exec(scenario)?.[1]
  if (refused) return { state: 'refused', problem: { code: refused as 'no_right', message: 'refused' } }
  const install = /^install-(\w+)$/.exec(scenario)?.[1]
  if (install) {
    const states: Record<string, InstallState> = installStates(now)
    return {
      state: 'install',
      session: { ...session, isAdmin: install !== 'guest' },
      install: states[install] ?? states['new']!,
    }
  }
  return { state: 'carriers', session, answer: answerOf(scenario, now) }
}
