import type { ProfitSettingsValues, WorkDay } from '../../contract/profit-settings.ts'

/** What stands in the fields of the form, as it is typed. */
export interface SettingsDraft {
  minimumPercent: string
  goodPercent: string
  annualPercent: string
  cashPercent: string
  balance: string
  balanceOn: string
  limit: string
  guests: ProfitSettingsValues['guests']
  writeBack: boolean
  days: string
}

export function draftOf(settings: ProfitSettingsValues | null): SettingsDraft {
  const text = (value: number | null | undefined) =>
    value == null ? '' : String(Number(value.toFixed(4))).replace('.', ',')
  const percent = (share: number | null | undefined) => text(share == null ? null : share * 100)
  return {
    minimumPercent: percent(settings?.minimumShare),
    goodPercent: percent(settings?.goodShare),
    annualPercent: text(settings?.annualPercent),
    cashPercent: text(settings?.cashPercent ?? 0),
    balance: settings?.startBalance ? text(settings.startBalance.minor / 100) : '',
    balanceOn: settings?.startBalance?.on ?? new Date().toLocaleDateString('sv-SE'),
    limit: text((settings?.balanceLimitMinor ?? 0) / 100),
    guests: settings ? [...settings.guests] : [],
    writeBack: settings?.writeBack ?? false,
    days: (settings?.workDays ?? []).map(({ on, kind }) => `${on} ${kind === 'off' ? '−' : '+'}`).join('\n'),
  }
}

/** Reads the form; `settings` null: what is named in `wrong` cannot be read. */
export function settingsOfDraft(draft: SettingsDraft): { settings: ProfitSettingsValues | null; wrong: string[] } {
  const wrong: string[] = []
  const number = (name: keyof SettingsDraft & string, least: number, most: number): number | null => {
    const text = String(draft[name])
      .replaceAll(/[\s\u00a0₽%]/g, '')
      .replace(',', '.')
      .replace('−', '-')
    if (text === '') return null
    const value = Number(text)
    if (!Number.isFinite(value) || value < least || value > most) wrong.push(name)
    return value
  }
  const share = (name: 'minimumPercent' | 'goodPercent') => {
    const value = number(name, -100, 100)
    return value === null ? null : Number((value / 100).toFixed(6))
  }
  const minor = (name: 'balance' | 'limit') => {
    const value = number(name, -1e11, 1e11)
    return value === null ? null : Math.round(value * 100)
  }
  const balance = minor('balance')
  if (balance !== null && !/^\d{4}-\d{2}-\d{2}$/.test(draft.balanceOn)) wrong.push('balanceOn')
  const workDays = draft.days
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(readDay)
  if (workDays.includes(null)) wrong.push('days')
  const settings: ProfitSettingsValues = {
    minimumShare: share('minimumPercent'),
    goodShare: share('goodPercent'),
    annualPercent: number('annualPercent', 0, 200),
    cashPercent: number('cashPercent', 0, 100) ?? 0,
    startBalance: balance === null ? null : { minor: balance, on: draft.balanceOn },
    balanceLimitMinor: minor('limit') ?? 0,
    guests: [...draft.guests],
    writeBack: draft.writeBack,
    workDays: workDays.filter((day) => day !== null),
  }
  return { settings: wrong.length === 0 ? settings : null, wrong }
}

/** «2027-01-08 −» or «08.01.2027 -» is a day off, with a plus it is worked. */
function readDay(line: string): WorkDay | null {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})\.(\d{2})\.(\d{4}))\s*([+\-−–])$/.exec(line)
  if (!match) return null
  const on = match[1] ? `${match[1]}-${match[2]}-${match[3]}` : `${match[6]}-${match[5]}-${match[4]}`
  const at = new Date(`${on}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(on)) return null
  return { on, kind: match[7] === '+' ? 'work' : 'off' }
}
