import type { Language } from '#foundation/languages.ts'
import type { Sql } from '#foundation/server/database.ts'
import { prepared } from '#foundation/server/statement.ts'
import type { PostKind } from '../model.ts'

const columns = `a.login, a.county, a.officer, a.password_hash as "passwordHash", a.password_set_at as "passwordSetAt",
  a.provisional, a.locked_until as "lockedUntil", a.totp_secret as "totpSecret", a.totp_pending as "totpPending",
  a.totp_step as "totpStep"`

const readAccount = prepared(
  'people.read-account',
  `select ${columns} from accounts a where a.login = $1`,
)
const readAccountOf = prepared(
  'people.read-account-of-officer',
  `select ${columns} from accounts a where a.county = $1 and a.officer = $2`,
)
// Counted before it is judged, so that many tries at once cannot pass the limit; a lock that is over counts from one.
const countTry = prepared(
  'people.count-try',
  `update accounts set
     failures = case when locked_until is null then failures + 1 else 1 end,
     locked_until = case when (case when locked_until is null then failures + 1 else 1 end) >= $3
       then $4::timestamptz end
   where login = $1 and (locked_until is null or locked_until <= $2)
   returning locked_until is not null as locks`,
)
const takeBackTry = prepared(
  'people.take-back-try',
  `update accounts set failures = greatest(failures - 1, 0), locked_until = case when $2 then null else locked_until end
   where login = $1`,
)
const forgetTries = prepared(
  'people.forget-tries',
  'update accounts set failures = 0, locked_until = null where login = $1',
)
const useStep = prepared(
  'people.use-totp-step',
  'update accounts set totp_step = $2 where login = $1 and (totp_step is null or totp_step < $2)',
)
const insertAccount = prepared(
  'people.insert-account',
  `insert into accounts (login, county, officer, password_hash, password_set_at, provisional)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
)
const setPassword = prepared(
  'people.set-password',
  `update accounts set password_hash = $2, password_set_at = $3, provisional = $4, failures = 0, locked_until = null
   where login = $1`,
)
const setPending = prepared(
  'people.set-totp-pending',
  'update accounts set totp_pending = $2 where login = $1',
)
const confirmPending = prepared(
  'people.confirm-totp',
  `update accounts set totp_secret = totp_pending, totp_pending = null, totp_step = $2
   where login = $1 and totp_pending = $3`,
)
const dropTotp = prepared(
  'people.drop-totp',
  'update accounts set totp_secret = null, totp_pending = null, totp_step = null where login = $1',
)
const listAccounts = prepared(
  'people.list-accounts',
  `select a.login, a.officer, f.name, a.provisional, a.totp_secret is not null as totp,
     coalesce(a.locked_until > $3, false) as locked,
     f.valid_from <= $2::date and (f.valid_to is null or f.valid_to > $2::date) as "inService"
   from accounts a join officers f on f.county = $1 and f.id = a.officer
   where a.county = $1 order by a.login`,
)
const listHoldings = prepared(
  'people.list-holdings',
  `select h.officer, p.id as post, p.kind, p.title, o.name as "officeName"
   from post_holders h
   join posts p on p.county = $1 and p.id = h.post
   join offices o on o.county = $1 and o.id = p.office
   where h.county = $1 and h.valid_from <= $2::date and (h.valid_to is null or h.valid_to > $2::date)
     and p.valid_from <= $2::date and (p.valid_to is null or p.valid_to > $2::date)
   order by h.officer, p.kind, p.id`,
)

export type AccountRow = {
  login: string
  county: number
  officer: string
  passwordHash: string
  passwordSetAt: Date
  provisional: boolean
  lockedUntil: Date | null
  totpSecret: Buffer | null
  totpPending: Buffer | null
  totpStep: number | null
}
export const findAccount = (sql: Sql, login: string) => sql.maybe<AccountRow>(readAccount, [login])
export const findAccountOf = (sql: Sql, county: number, officer: string) =>
  sql.maybe<AccountRow>(readAccountOf, [county, officer])

/** Null while the account is locked (or is none); else whether this very try locks it until `lockUntil`. */
export const countOneTry = (
  sql: Sql,
  login: string,
  now: Date,
  failuresMax: number,
  lockUntil: Date,
) => sql.maybe<{ locks: boolean }>(countTry, [login, now, failuresMax, lockUntil])
/** Only the try that locked may unlock: others have locked meanwhile for their own reasons. */
export const takeBackOneTry = (sql: Sql, login: string, locks: boolean) =>
  sql.run(takeBackTry, [login, locks])
export const forgetAllTries = (sql: Sql, login: string) => sql.run(forgetTries, [login])

/** False when that time step, or a later one, was used before. */
export const useTotpStep = async (sql: Sql, login: string, step: number): Promise<boolean> =>
  (await sql.run(useStep, [login, step])) === 1

export type NewAccount = {
  login: string
  county: number
  officer: string
  passwordHash: string
  provisional: boolean
}
/** 1 when added, 0 when the login is taken or the officer has one. */
export const addAccountRow = (sql: Sql, account: NewAccount, now: Date) =>
  sql.run(insertAccount, [
    account.login,
    account.county,
    account.officer,
    account.passwordHash,
    now,
    account.provisional,
  ])
export const setPasswordOf = (
  sql: Sql,
  login: string,
  hash: string,
  now: Date,
  provisional: boolean,
) => sql.run(setPassword, [login, hash, now, provisional])

export const setTotpPending = (sql: Sql, login: string, sealed: Buffer) =>
  sql.run(setPending, [login, sealed])
/** False when another enrolment was begun meanwhile. */
export const confirmTotpPending = async (
  sql: Sql,
  login: string,
  step: number,
  sealed: Buffer,
): Promise<boolean> => (await sql.run(confirmPending, [login, step, sealed])) === 1
export const dropTotpOf = (sql: Sql, login: string) => sql.run(dropTotp, [login])

export type ListedAccount = {
  login: string
  officer: string
  name: string
  provisional: boolean
  totp: boolean
  locked: boolean
  inService: boolean
}
export const accountsOf = (sql: Sql, county: number, day: string, now: Date) =>
  sql.many<ListedAccount>(listAccounts, [county, day, now])

export type ListedHolding = {
  officer: string
  post: string
  kind: PostKind
  title: string
  officeName: string
}
export const holdingsOn = (sql: Sql, county: number, day: string) =>
  sql.many<ListedHolding>(listHoldings, [county, day])

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
