import type { Asked } from '../route.ts'
import { note } from '../staff/audit.ts'
import type { Door } from './door.ts'

/** Ends the session of the asker; without one there is nothing to end. */
export async function signOut(door: Door, asked: Asked): Promise<void> {
  const { token, now, address } = asked
  if (token === null) return
  await door.database.shared(async (sql) => {
    const ended = await door.sessions.end(sql, token)
    if (ended?.kind !== 'officer') return
    const { county, person } = ended
    await note(sql, { county, at: now, person, what: 'signOut', detail: {}, address })
  })
}
