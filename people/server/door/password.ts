import { hash, verify } from '@node-rs/argon2'

// Argon2id with 19 MiB and two passes (OWASP Password Storage Cheat Sheet); 16–18 ms on the measured machine.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Full-width letters of a Chinese keyboard are the same password (NIST SP 800-63B §5.1.1.2).
const normal = (password: string) => password.normalize('NFKC')

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost)
}

let nobody: Promise<string> | undefined

/** Checks a password. Without a hash (no such account) it works as long and says no, so that time tells nothing. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const matches = await verify(hashed ?? (await nobody), normal(password))
  return matches && hashed !== null
}
