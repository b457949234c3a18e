export interface LoggedCall {
  method: string
  userId: number
  by: 'app' | 'webhook' | 'nobody'
  status: number
  /** The vendor's code of a refusal. */
  error?: string
  ms: number
  /** ISO. */
  at: string
  /** Commands of a batch. */
  commands?: string[]
}

export type CallLog = ReturnType<typeof createCallLog>

const kept = 1000

/** The last requests and how many there were. Parameters and tokens are never kept. */
export function createCallLog() {
  let calls: LoggedCall[] = []
  let count = 0
  let byMethod: Record<string, number> = {}
  return {
    add(call: LoggedCall): void {
      calls.push(call)
      if (calls.length > kept) calls = calls.slice(-kept)
      count += 1
      byMethod[call.method] = (byMethod[call.method] ?? 0) + 1
    },
    read: () => ({ count, byMethod: { ...byMethod }, calls: [...calls] }),
    clear(): void {
      calls = []
      count = 0
      byMethod = {}
    },
  }
}
