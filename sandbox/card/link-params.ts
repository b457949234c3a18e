/** `params[docId]=42` becomes `{ docId: '42' }`; whatever else an address says is not for the application. */
export function linkParams(query: URLSearchParams): Record<string, string> {
  const named = [...query].flatMap(([name, value]) => {
    const key = /^params\[([^[\]]+)\]$/.exec(name)?.[1]
    return key === undefined ? [] : [[key, value] as const]
  })
  return Object.fromEntries(named)
}
