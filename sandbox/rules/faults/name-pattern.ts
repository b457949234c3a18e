/**
 * Whether a name fits a pattern: `*` stands for any text, case does not count. The authorization server's calls
 * (`oauth.…`) are struck only when the pattern names them: a lost token is no mild trouble.
 */
export function matchesName(pattern: string, name: string): boolean {
  if (name.startsWith('oauth.') && !pattern.toLowerCase().startsWith('oauth.')) return false
  if (pattern === '*') return true
  let expression = compiled.get(pattern)
  if (!expression) {
    const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    expression = new RegExp(`^${parts.join('.*')}$`, 'i')
    compiled.set(pattern, expression)
  }
  return expression.test(name)
}

const compiled = new Map<string, RegExp>()
