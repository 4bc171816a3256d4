import type { Statement } from './database.ts'

/** A prepared statement; the name must be unique in the whole house, so it starts with the room's name. */
export function prepared(name: string, text: string): Statement {
  return { name, text }
}

/** A statement planned anew each time: search patterns and optional filters (stack.md, pitfall 6). */
export function planned(text: string): Statement {
  return { text }
}
