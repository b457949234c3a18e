import { DICTIONARY, type StageDefinition } from '../dictionary.ts'
import type { ProcessName, Semantics } from '../schema-map.ts'
import type { Lexicon } from './lexicon.ts'
import { plainWords } from './plain-words.ts'

/** A stage as the portal has it: its full id, name and meaning. */
export interface PortalStageView {
  statusId: string
  name: string
  semantics: Semantics
}

const WORDS: Record<ProcessName, Lexicon> = {
  request: [
    [/пауз|замор|отлож|hold|pause/u, 'PAUSE'],
    [/соглас|кп |коммерч|agreement|отправлен/u, 'AGREEMENT'],
    [/став.*(?:машин|авто)|нуж.*(?:машин|авто|тс)|подтвержд|truck/u, 'TRUCK'],
    [/поиск|ищем|подбор|search/u, 'SEARCH'],
    [/нов|вход|поступ|необраб|new/u, 'NEW'],
  ],
  order: [
    [/подпис|sign/u, 'SIGNING'],
    [/выгруз|разгруз|unload/u, 'UNLOADING'],
    [/загруз|погруз|подача|load/u, 'LOADING'],
    [/пути|дорог|едет|transit/u, 'TRANSIT'],
    [/докум|оформ|договор|document/u, 'DOCUMENTS'],
  ],
  offer: [
    [/торг|bargain/u, 'BARGAIN'],
    [/подход|принят|соглас|accept/u, 'ACCEPTED'],
    [/получ|нов|вход|received/u, 'RECEIVED'],
    [/просроч|истек|expired/u, 'EXPIRED'],
    [/(?:перевоз|подряд|исполн)[^ ]* отказ|отказ.*(?:перевоз|подряд)|withdrawn/u, 'WITHDRAWN'],
  ],
  carrier: [],
}

/**
 * What each of the portal's stages means in our codes, by its code, its name, words forwarders use, and for the ends of
 * a funnel by what they are; a stage in work that fits nothing stays the portal's own, and counts as in work.
 */
export function guessStages(name: ProcessName, stages: readonly PortalStageView[]): Record<string, string> {
  const { stages: ours } = DICTIONARY[name]
  const meaning: Record<string, string> = {}
  for (const stage of stages) {
    const code = guessStage(name, stage, ours)
    if (code) meaning[stage.statusId] = code
  }
  return meaning
}

function guessStage(name: ProcessName, stage: PortalStageView, ours: readonly StageDefinition[]): string | null {
  const alike = ours.filter((one) => one.semantics === stage.semantics)
  const words = plainWords(stage.name)
  const tail = stage.statusId.slice(stage.statusId.indexOf(':') + 1)
  const named = alike.find((one) => [one.label.ru, one.label.en].some((label) => plainWords(label) === words))
  if (named) return named.code
  const told = WORDS[name].find(([pattern, code]) => alike.some((one) => one.code === code) && pattern.test(words))
  if (told) return told[1]
  // Every portal calls its first stage NEW whatever is written on it: the code alone tells only of our own.
  const coded = alike.find((one) => one.code === tail && tail !== 'NEW')
  if (coded) return coded.code
  return stage.semantics === 'P' ? null : (alike[0]?.code ?? null)
}
