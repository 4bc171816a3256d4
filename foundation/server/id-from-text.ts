import { createHash } from 'node:crypto'

/**
 * A UUID v8 (RFC 9562 §5.8) that the same text always gives: for acts that follow from something that has an
 * id or a name
 * already, so that doing them twice is doing them once.
 */
export function idFromText<T extends string>(text: string): T {
  const hex = createHash('sha256').update(text).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
  ]
  return [...parts, hex.slice(20, 32)].join('-') as T
}
