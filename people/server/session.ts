import { createHash, randomBytes } from 'node:crypto'
import type { Database, Sql } from '#foundation/server/database.ts'
import type { Seal } from '#foundation/server/seal.ts'
import type { Actor } from '../model.ts'
import { type Limited, limitsFor, secondFactorPostsFor } from './door/limits.ts'
import { readOfficer, readResident } from './door/read-actor.ts'
import {
  addSession,
  findSession,
  markSeen,
  type NewSession,
  removeEndedSessions,
  removeSession,
  removeSessionsOf,
  type SessionRow,
} from './store-account.ts'

/** A session begun: the edge puts the token into a cookie and shows it nowhere else. */
export type Begun = { readonly token: string; readonly endsAt: Date }

type Person = Pick<NewSession, 'kind' | 'county' | 'person' | 'language'>

/** Who is signed in. One per process; it remembers actors for a few seconds to keep them off the hot path. */
export type Sessions = {
  /** Begins a session inside the caller's transaction. */
  begin(sql: Sql, person: Person, now: Date): Promise<Begun>
  /** Null when the token is none of ours, its session is over, or its person is no longer there. */
  actorOf(token: string, now: Date): Promise<Actor | null>
  /** Reads the actor anew next time: what they owed at the door is settled. */
  forget(token: string): void
  /** Ends one session; says whose it was. */
  end(sql: Sql, token: string): Promise<Pick<SessionRow, 'kind' | 'county' | 'person'> | null>
  /** Ends all sessions of a person. */
  endAll(sql: Sql, person: Pick<Person, 'county' | 'person'>): Promise<void>
}

// So long may a change of posts stay unnoticed, and a sign-out in another process.
const rememberedMilliseconds = 5000
const rememberedMax = 20_000
const seenEveryMilliseconds = 60_000

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Residents write long texts on a phone put aside: only officers, who see others' matters, end by idling. */
function isOver(session: SessionRow, now: Date, idleMinutes: number): boolean {
  const idleMilliseconds = now.getTime() - session.seenAt.getTime()
  const idle = session.kind === 'officer' && idleMilliseconds >= idleMinutes * 60_000
  return idle || session.endsAt <= now
}

type Known = { readonly readAt: number; readonly actor: Promise<Actor | null> }

type Behind = Limited & { readonly database: Database; readonly seal: Seal }

/** The session of a token, unless it is over; that its person was seen is written down now and then. */
async function readSession(house: Behind, hash: Buffer, now: Date): Promise<SessionRow | null> {
  const { database } = house
  const session = await database.shared((sql) => findSession(sql, hash))
  if (!session) return null
  // Asked for outside the transaction: a second connection is never waited for while holding one.
  const { idleMinutes } = await limitsFor(house, session.county, now)
  if (isOver(session, now, idleMinutes)) {
    await database.shared((sql) => removeSession(sql, hash))
    return null
  }
  const unseen = now.getTime() - session.seenAt.getTime()
  if (unseen >= seenEveryMilliseconds) await database.shared((sql) => markSeen(sql, hash, now))
  return session
}

/** Opens the sessions of a store. */
export function openSessions(house: Behind): Sessions {
  const { database, seal, limits } = house
  const known = new Map<string, Known>()

  async function readActor(hash: Buffer, now: Date): Promise<Actor | null> {
    const session = await readSession(house, hash, now)
    if (!session) return null
    const secondFactorPosts = await secondFactorPostsFor(house.rules, session.county, now)
    const actor = await database.within(
      { county: session.county, reach: 'public', parties: [] },
      (sql) =>
        session.kind === 'officer'
          ? readOfficer(sql, session, now, secondFactorPosts)
          : readResident(sql, session, seal),
    )
    if (!actor) await database.shared((sql) => removeSession(sql, hash))
    return actor
  }

  return {
    async begin(sql, person, now) {
      const token = randomBytes(32).toString('base64url')
      const { officerHours, residentDays } = limits
      const hours = person.kind === 'officer' ? officerHours : residentDays * 24
      const endsAt = new Date(now.getTime() + hours * 3_600_000)
      await removeEndedSessions(sql, now)
      await addSession(sql, { ...person, tokenHash: hashOf(token), endsAt }, now)
      return { token, endsAt }
    },
    async actorOf(token, now) {
      if (!tokenPattern.test(token)) return null
      const hash = hashOf(token)
      const key = hash.toString('base64')
      const remembered = known.get(key)
      const age = remembered ? now.getTime() - remembered.readAt : -1
      if (remembered && age >= 0 && age < rememberedMilliseconds) return remembered.actor
      if (known.size >= rememberedMax) known.clear()
      const actor = readActor(hash, now)
      known.set(key, { readAt: now.getTime(), actor })
      // Neither a failure nor a token that is none of ours is worth remembering.
      actor.then((found) => found ?? known.delete(key)).catch(() => known.delete(key))
      return actor
    },
    forget(token) {
      known.delete(hashOf(token).toString('base64'))
    },
    async end(sql, token) {
      const hash = hashOf(token)
      known.delete(hash.toString('base64'))
      return removeSession(sql, hash)
    },
    async endAll(sql, { county, person }) {
      await removeSessionsOf(sql, county, person)
      known.clear()
    },
  }
}
