import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { evaluateDistance } from '../../../../cli/eval/distance.ts'
import { EvalInputError } from '../../../../cli/eval/evaluation.ts'
import { evaluatePlaces } from '../../../../cli/eval/places.ts'

let folder = ''
const printed: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reis-eval-'))
  vi.spyOn(console, 'log').mockImplementation((line: unknown) => void printed.push(String(line)))
  vi.spyOn(console, 'table').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

describe('the evaluation of places', () => {
  test('counts the first place proposed, and tells a bad row by its line', async () => {
    const path = file(
      'places.tsv',
      'text\tname\tregion',
      'г. Тюмень\tТюмень\tТюменская область',
      'г. Тюмень\tТобольск\tТюменская область',
      'no columns',
      'Щелково МО\tЩёлково\tМосковская область',
    )
    const result = await evaluatePlaces([path, '--seed', '5'])
    expect(result).toMatchObject({ ok: false, n: 3, right: 0.6667, rightAmongConfident: 0.6667, skipped: 1 })
    expect(result.mutated).toMatchObject({ n: 12, seed: 5 })
    expect(printed.join('\n')).toContain('line 4 skipped')
  })

  test('understands a region however people shorten it, and no other region for it', () => {
    const path = file(
      'regions.tsv',
      'text\tname\tregion',
      'Подольск, ул. Лобачёва\tПодольск\tМосковская обл',
      'Химки\tХимки\tМО',
      'Набережные Челны\tНабережные Челны\tресп. Татарстан',
      'Сургут\tСургут\tХанты-Мансийский автономный округ — Югра',
      'Якутск\tЯкутск\tРеспублика Саха /Якутия/',
      'СПб\tСанкт-Петербург\tг. Санкт-Петербург',
      'Химки\tХимки\tМосква',
      'Химки\tХимки\tТверская обл.',
    )
    expect(evaluatePlaces([path])).toMatchObject({ n: 8, right: 0.75, skipped: 0 })
  })

  test.each([
    ['no file', []],
    ['a missing file', ['/nowhere/at-all.tsv']],
    ['two files', ['a.tsv', 'b.tsv']],
    ['an unknown option', ['a.tsv', '--fast']],
    ['a seed that is no number', ['a.tsv', '--seed', 'x']],
  ])('refuses %s with a sentence', (_, args) => {
    expect(() => evaluatePlaces(args)).toThrow(EvalInputError)
  })

  test('refuses a file with another header', () => {
    expect(() => evaluatePlaces([file('other.tsv', 'from\tto\tkm', 'А\tБ\t1')])).toThrow('header')
  })
})

describe('the evaluation of distances', () => {
  test('gives errors as shares, by source and overall', async () => {
    const path = file(
      'km.tsv',
      'from\tto\tkm',
      'Москва\tКазань\t820',
      '524901\tКазань\t820',
      'Москва\tНигдештадт\t5',
      'Москва\tТула\tx',
    )
    const result = await evaluateDistance([path])
    expect(result).toMatchObject({ ok: true, n: 2, skipped: 2 })
    expect(result.mape).toBeLessThan(0.05)
    expect(result.bySource).toMatchObject({ graph: { n: 2 } })
  })

  test('is not met when the estimates are far off', async () => {
    expect(await evaluateDistance([file('far.tsv', 'from\tto\tkm', 'Москва\tКазань\t1500')])).toMatchObject({
      ok: false,
    })
  })
})
