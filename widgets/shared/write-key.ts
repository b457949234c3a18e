/**
 * A key made once per press, so that two presses or a repeated request make one record. `randomUUID` is missing
 * where the page is served without TLS from another machine, hence the random bytes.
 */
export function newWriteKey(random: Crypto = crypto): string {
  const bytes = random.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
