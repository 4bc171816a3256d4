import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Seals personal data with a key that lies outside the database: a stolen dump or backup of the store tells no name
 * and no number. `context` says what is sealed and whose it is ("residents.phone 990101 <id>"); it is bound into the
 * seal, so that a sealed value copied to another row does not open there.
 */
export type Seal = {
  seal(plain: string, context: string): Buffer
  /** @throws Error when the key is not in the key file, or the bytes or the context are not those that were sealed */
  open(sealed: Uint8Array, context: string): string
  /** Keyed hash (HMAC-SHA-256), to find a sealed value again without opening any. */
  lookUpHash(plain: string, context: string): Buffer
}

// Sealed bytes: form 1 · key id 4 · nonce 12 · tag 16 · ciphertext (AES-256-GCM).
const form = 1
const keyIdLength = 4
const nonceLength = 12
const tagLength = 16
const headLength = 1 + keyIdLength + nonceLength + tagLength

// Key objects: bytes would be made into one again at each use.
type Key = { readonly id: Buffer; readonly secret: KeyObject }

const linePattern = /^([0-9a-f]{8}) ([A-Za-z0-9+/]{43}=)$/

function newKeyLine(): string {
  return `${randomBytes(keyIdLength).toString('hex')} ${randomBytes(32).toString('base64')}\n`
}

function readKeys(text: string): Key[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line, i) => {
    const [, id, secret] = linePattern.exec(line.trim()) ?? []
    if (!id || !secret)
      throw new Error(`key file: key ${i + 1} is not "<8 hex digits> <32 bytes in base64>"`)
    return { id: Buffer.from(id, 'hex'), secret: createSecretKey(secret, 'base64') }
  })
}

/**
 * A seal over the keys of a key file, one a line: "<id> <base64>". The first line seals; the others only open what was
 * sealed before the key was changed. The last line also makes the look-up hashes, which must stay the same for ever.
 */
export function sealOf(keyFile: string): Seal {
  const keys = readKeys(keyFile)
  const [current, last] = [keys[0], keys.at(-1)]
  if (!current || !last) throw new Error('key file: no key in it')
  const hashKey = createSecretKey(
    Buffer.from(hkdfSync('sha256', last.secret, '', 'linli look-up', 32)),
  )
  return {
    seal(plain, context) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', current.secret, nonce)
      cipher.setAAD(Buffer.from(context))
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(form), current.id, nonce, cipher.getAuthTag(), text])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      if (bytes.length < headLength || bytes[0] !== form) throw new Error('not sealed bytes')
      const id = bytes.subarray(1, 1 + keyIdLength)
      const key = keys.find((known) => known.id.equals(id))
      if (!key) throw new Error(`key ${id.toString('hex')} is not in the key file`)
      const nonce = bytes.subarray(1 + keyIdLength, headLength - tagLength)
      const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, {
        authTagLength: tagLength,
      })
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(headLength - tagLength, headLength))
      return Buffer.concat([
        decipher.update(bytes.subarray(headLength)),
        decipher.final(),
      ]).toString('utf8')
    },
    lookUpHash(plain, context) {
      // The separator keeps ("a", "bc") and ("ab", "c") apart; no context holds it.
      return createHmac('sha256', hashKey).update(context).update('\0').update(plain).digest()
    },
  }
}

/** Opens `<dataFolder>/keys/identity.key`, made (mode 600) when there is none. Who loses it loses what is sealed. */
export function openSeal(dataFolder: string): Seal {
  const path = join(dataFolder, 'keys', 'identity.key')
  const found = findText(path)
  if (found !== null) return sealOf(found)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Written whole beside it, then linked: of two processes starting at once one wins, and nobody reads half a key.
  const half = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(half, newKeyLine(), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(half, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(half)
  }
  return sealOf(readFileSync(path, 'utf8'))
}

function findText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
