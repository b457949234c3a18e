import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Certificate {
  /** PEM. */
  key: string
  /** PEM. */
  certificate: string
  /** The certificate alone, for `NODE_EXTRA_CA_CERTS` and browsers; the key is on no disk. */
  file: string
  /** Takes the file away. */
  remove(): Promise<void>
}

const validDays = 30

/**
 * A fresh self-signed certificate for localhost and 127.0.0.1. Node's own crypto can sign but not write X.509, so it is
 * made by the `openssl` command; throws a sentence that says so where there is none.
 */
export async function makeCertificate(command = 'openssl'): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-portal-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const keyFile = join(folder, 'key.pem')
  const file = join(folder, 'certificate.pem')
  try {
    await runOpenssl(command, keyFile, file)
    const key = await readFile(keyFile, 'utf8')
    await rm(keyFile)
    return { key, certificate: await readFile(file, 'utf8'), file, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function runOpenssl(command: string, keyFile: string, file: string): Promise<void> {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const output = ['-days', String(validDays), '-keyout', keyFile, '-out', file]
  try {
    await promisify(execFile)(command, ['req', ...kind, ...name, ...output])
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const reason = isAbsent
      ? `the command ${command} is not on this machine`
      : `${command} refused: ${messageOf(error)}`
    throw new Error(`TLS needs OpenSSL 1.1.1 or newer to make a certificate, and ${reason}.`, { cause: error })
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
