// Without signs that are read wrongly: no 0 and O, no 1, l and I.
const kinds = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const
const all = kinds.join('')
const length = 12

/**
 * A first password to be told in person: twelve signs in three groups, 57 or so to the twelfth, each kind at
 * least once.
 * @param random at least 16 random bytes
 */
export function firstPassword(random: Uint8Array): string {
  const pick = (from: string, at: number) => from[(random[at] ?? 0) % from.length] ?? ''
  const signs = Array.from({ length }, (_, at) => pick(kinds[at] ?? all, at))
  // The kinds that must be there do not stand where everybody expects them.
  for (const [at] of kinds.entries()) {
    const to = at + ((random[length + at] ?? 0) % (length - at))
    const [here = '', there = ''] = [signs[at], signs[to]]
    signs[at] = there
    signs[to] = here
  }
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-')
}
