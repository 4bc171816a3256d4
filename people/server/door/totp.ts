import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Seal } from '#foundation/server/seal.ts'

// RFC 6238 with what every authenticator knows: SHA-1, six digits, thirty seconds; one step of clock difference.
const toleranceSeconds = 30

const contextOf = (login: string) => `accounts.totp ${login}`

export function newTotpSecret(): string {
  return generateSecret()
}

/** The address an authenticator reads from a QR code. */
export function totpAddress(login: string, secret: string): string {
  return generateURI({ issuer: '邻里 Linli', label: login, secret })
}

export function sealTotp(seal: Seal, login: string, secret: string): Buffer {
  return seal.seal(secret, contextOf(login))
}

/** The time step a code belongs to; null when the code is wrong. A step may be used once (RFC 6238 §5.2). */
export function stepOfCode(
  seal: Seal,
  account: { readonly login: string; readonly sealed: Buffer },
  code: string,
  now: Date,
): number | null {
  const secret = seal.open(account.sealed, contextOf(account.login))
  const result = verifySync({
    secret,
    token: code.replace(/\s/g, ''),
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: toleranceSeconds,
  })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}
