import { readBareRegions, readMarkedRegions } from './hints.ts'
import type { RegionLexicon } from './region-lexicon.ts'
import { tokenise } from './tokens.ts'

/** «Московская обл», «МО», «респ. Татарстан», «ХМАО — Югра» → our names of the regions it may mean; mostly one. */
export function regionsNamed(text: string, lexicon: RegionLexicon): string[] {
  const plain = text.replace(/\(.*\)/, '').replace(/автономн\S+\s+округ/iu, 'АО')
  const tokens = tokenise(plain, () => false)
  const areas = [...readMarkedRegions(tokens, lexicon), ...readBareRegions(tokens, lexicon)]
  return [...new Set(areas.flatMap(({ regions }) => regions))]
}
