import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'

const insertSession = prepared(
  'people.insert-session',
  `insert into sessions (token_hash, kind, county, person, created_at, seen_at, ends_at, language)
   values ($1, $2, $3, $4, $5, $5, $6, $7)`,
)
const readSession = prepared(
  'people.read-session',
  `select kind, county, person, seen_at as "seenAt", ends_at as "endsAt", language from sessions where token_hash = $1`,
)
const touchSession = prepared(
  'people.touch-session',
  'update sessions set seen_at = $2 where token_hash = $1 and seen_at < $2',
)
const deleteSession = prepared(
  'people.delete-session',
  'delete from sessions where token_hash = $1 returning kind, county, person',
)
const deleteSessionsOf = prepared(
  'people.delete-sessions-of-person',
  'delete from sessions where county = $1 and person = $2 and token_hash is distinct from $3',
)
const deleteEnded = prepared(
  'people.delete-ended-sessions',
  'delete from sessions where ends_at <= $1',
)

export type SessionKind = 'officer' | 'resident'
export type NewSession = {
  tokenHash: Buffer
  kind: SessionKind
  county: number
  person: string
  endsAt: Date
  language: Language
}
export const addSession = (sql: Sql, session: NewSession, now: Date) =>
  sql.run(insertSession, [
    session.tokenHash,
    session.kind,
    session.county,
    session.person,
    now,
    session.endsAt,
    session.language,
  ])

export type SessionRow = {
  kind: SessionKind
  county: number
  person: string
  seenAt: Date
  endsAt: Date
  language: Language
}
export const findSession = (sql: Sql, tokenHash: Buffer) =>
  sql.maybe<SessionRow>(readSession, [tokenHash])
export const markSeen = (sql: Sql, tokenHash: Buffer, now: Date) =>
  sql.run(touchSession, [tokenHash, now])
/** Whose session it was; null when there was none. */
export const removeSession = (sql: Sql, tokenHash: Buffer) =>
  sql.maybe<Pick<SessionRow, 'kind' | 'county' | 'person'>>(deleteSession, [tokenHash])
/** Ends every session of a person, except the one given. */
export const removeSessionsOf = (
  sql: Sql,
  county: number,
  person: string,
  except: Buffer | null = null,
) => sql.run(deleteSessionsOf, [county, person, except])
export const removeEndedSessions = (sql: Sql, now: Date) => sql.run(deleteEnded, [now])
