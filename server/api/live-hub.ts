import type { LiveEvent } from '../../contract/live.ts'
import type { LoadKind } from '../../contract/load.ts'

/** Tells everybody who has a load open what happens to it, within this process. */
export interface LiveHub {
  publish(kind: LoadKind, id: number, event: LiveEvent): void
  /** Returns what ends the subscription. */
  subscribe(kind: LoadKind, id: number, listener: (event: LiveEvent) => void): () => void
  /** Loads somebody is looking at now. */
  watched(): { kind: LoadKind; id: number }[]
}

export function createLiveHub(): LiveHub {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>()
  const topicOf = (kind: LoadKind, id: number) => `${kind} ${id}`
  return {
    publish(kind, id, event) {
      for (const listener of listeners.get(topicOf(kind, id)) ?? []) listener(event)
    },
    subscribe(kind, id, listener) {
      const topic = topicOf(kind, id)
      const here = listeners.get(topic) ?? new Set()
      listeners.set(topic, here.add(listener))
      return () => {
        here.delete(listener)
        if (here.size === 0 && listeners.get(topic) === here) listeners.delete(topic)
      }
    },
    watched() {
      return [...listeners.keys()].map((topic) => {
        const [kind, id] = topic.split(' ')
        return { kind: kind as LoadKind, id: Number(id) }
      })
    },
  }
}
