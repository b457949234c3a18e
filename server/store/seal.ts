import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'

/**
 * Encrypts what may not lie openly in a file: tokens, drafts of the Carrier form, drivers’ papers on their way. A changed
 * byte or another key makes `open` throw.
 */
export interface Seal {
  close(text: string): string
  open(sealed: string): string
}

export function createSeal(secret: string): Seal {
  const key = createHash('sha256').update(`seal:${secret}`).digest()
  return {
    close(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv(ALGORITHM, key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
