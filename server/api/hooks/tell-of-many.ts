import type { Language } from '../../../contract/codes.ts'
import { plain } from '../../outbox/commands/words.ts'
import { acceptChain } from '../../store/outbox.ts'
import { readLanguages } from '../../store/person-languages.ts'
import { readPortalLanguage } from '../../store/portal-language.ts'
import type { ApiContext } from '../api-context.ts'
import { cardPath } from '../refusals/card-path.ts'
import type { PortalRoom } from '../session/portal-room.ts'
import { chainOf, type UnruledLoss } from './answer-lost-moves.ts'

const MOST_NAMED = 5

/** Somebody has moved a whole list to lost: each head is told once, with the first cards to look at. */
export async function tellOfMany(
  context: ApiContext,
  room: PortalRoom,
  byPerson: ReadonlyMap<number, readonly UnruledLoss[]>,
): Promise<void> {
  const languages = await readLanguages(room.store, [...byPerson.keys()])
  const usual = await readPortalLanguage(room.store)
  const at = new Date(context.now()).toISOString()
  for (const [toUserId, losses] of byPerson) {
    const tag = `REIS|LOST|${losses[0]!.move.id}-${losses.at(-1)!.move.id}`
    const payload = { toUserId, message: sentence(room, losses, languages.get(toUserId) ?? usual), tag }
    const step = { command: 'notify-manager', subject: `user ${toUserId} bell`, payload, dependsOn: [] }
    await acceptChain(room.store, chainOf(room, `${tag} to ${toUserId}`, null, at, [step]))
  }
}

function sentence(room: PortalRoom, losses: readonly UnruledLoss[], language: Language): string {
  const returned = losses.filter(({ verdict }) => verdict === 'returned').length
  const named = losses
    .slice(0, MOST_NAMED)
    .map(({ card }) => `[url=${cardPath(room, card)}]${plain(card.title)}[/url]`)
    .join(', ')
  return language === 'ru'
    ? `Отказы без согласования: ${losses.length}, возвращено на прежнюю стадию: ${returned}. Первые: ${named}`
    : `Lost without approval: ${losses.length}, moved back: ${returned}. The first: ${named}`
}
