import type { InputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import type { Sql } from '#foundation/server/database.ts'
import { findServedCounty } from '#places/server/counties.ts'
import type * as administration from '../administration-contract.ts'
import type * as contract from '../contract.ts'
import type { Office, Officer, Post } from '../model.ts'
import { officesInTreeOrder } from '../office-tree.ts'
import { whyNotAdminister } from '../rules.ts'
import { dayAsked, today } from './day.ts'
import type { Moment } from './moment.ts'
import {
  type AuditFilter,
  type AuditRow,
  allOffices,
  auditEntries,
  type OfficeOfficerRow,
  officersFrom,
  officersOfOffice,
  postsOn,
} from './store.ts'
import {
  accountsOf,
  findAccountOf,
  holdingsOn,
  type ListedAccount,
  type ListedHolding,
} from './store-account.ts'
import { type DelegationRow, delegationsOf } from './store-holding.ts'

/** Who is asking, and the state of their account. */
export async function answerMe(_: InputOf<typeof contract.me>, { by, sql }: Moment) {
  const { kind, person, name, county, language, posts } = by
  const [found, place] = await Promise.all([
    kind === 'officer' ? findAccountOf(sql, county, by.person) : null,
    findServedCounty(sql, county),
  ])
  const account = found && {
    login: found.login,
    totp: found.totpSecret !== null,
    provisional: found.provisional,
    passwordSetAt: found.passwordSetAt,
  }
  const countyName = place?.name ?? null
  const countyNameEn = place?.nameEn ?? null
  const owes = by.owes ? { owes: by.owes } : {}
  return { ...owes, kind, person, name, county, countyName, countyNameEn, language, posts, account }
}

/** The offices of the county on a day, parents before their children. */
export async function answerOffices(
  input: InputOf<typeof contract.offices>,
  moment: Moment,
): Promise<{ on: string; offices: Office[] }> {
  const on = await dayAsked(moment, input.on, 'on')
  const all = await allOffices(moment.sql, moment.by.county)
  return { on, offices: officesInTreeOrder(all, on) }
}

/** Who holds which post of an office on a day. */
export async function answerOfficeOfficers(
  input: InputOf<typeof contract.officeOfficers>,
  moment: Moment,
): Promise<{ officers: OfficeOfficerRow[] }> {
  const on = await dayAsked(moment, input.on, 'on')
  return { officers: await officersOfOffice(moment.sql, moment.by.county, input.office, on) }
}

/** Posts of the county, or of one office, on a day. */
export async function answerPosts(
  input: InputOf<typeof administration.posts>,
  moment: Moment,
): Promise<{ posts: Post[] }> {
  const on = await dayAsked(moment, input.on, 'on')
  return { posts: await postsOn(moment.sql, moment.by.county, input.office ?? null, on) }
}

const shownDays = 90

/** Posts lent and received: those to come, those running, and those over for at most 90 days. */
export async function answerMyDelegations(
  _: InputOf<typeof contract.myDelegations>,
  { by, sql, now }: Moment,
): Promise<{ delegations: DelegationRow[] }> {
  if (by.kind !== 'officer') throw new Refused(refuse('people.notSignedIn', 'unsigned'))
  const since = new Date(now.getTime() - shownDays * 86_400_000)
  return { delegations: await delegationsOf(sql, by.county, by.person, since) }
}

type PostHeld = Omit<ListedHolding, 'officer'>

/** Which posts an officer holds on a day. */
async function heldOn(sql: Sql, county: number, on: string): Promise<(id: string) => PostHeld[]> {
  const held = Map.groupBy(await holdingsOn(sql, county, on), ({ officer }) => officer)
  return (id) => (held.get(id) ?? []).map(({ officer: _, ...post }) => post)
}

/** Who serves the county on a day or will, with the posts of the day. */
export async function answerOfficers(
  input: InputOf<typeof administration.officers>,
  moment: Moment,
): Promise<{ officers: (Officer & { posts: PostHeld[] })[] }> {
  const { by, sql } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const on = await dayAsked(moment, input.on, 'on')
  const [officers, postsOf] = await Promise.all([
    officersFrom(sql, by.county, on),
    heldOn(sql, by.county, on),
  ])
  return { officers: officers.map((officer) => ({ ...officer, posts: postsOf(officer.id) })) }
}

/** Accounts of the county with the posts of the day. */
export async function answerAccounts(
  _: InputOf<typeof administration.accounts>,
  moment: Moment,
): Promise<{ accounts: (ListedAccount & { posts: PostHeld[] })[] }> {
  const { by, sql, now } = moment
  unless(whyNotAdminister(by, 'securityAdmin'))
  const on = await today(moment)
  const [accounts, postsOf] = await Promise.all([
    accountsOf(sql, by.county, on, now),
    heldOn(sql, by.county, on),
  ])
  return { accounts: accounts.map((account) => ({ ...account, posts: postsOf(account.officer) })) }
}

const pageLength = 100

/** What of the log is asked for. */
export function filterOf(input: InputOf<typeof administration.auditLog>): AuditFilter {
  const { from = null, until = null, person = null, what = null, after = null } = input
  return { from, until, person, what, after }
}

/** The audit log of the county, newest first, page by page. */
export async function answerAuditLog(
  input: InputOf<typeof administration.auditLog>,
  { by, sql }: Moment,
): Promise<{ entries: AuditRow[]; next: string | null }> {
  unless(whyNotAdminister(by, 'auditAdmin'))
  const { limit = pageLength } = input
  const found = await auditEntries(sql, by.county, filterOf(input), limit + 1)
  const entries = found.slice(0, limit)
  return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null }
}
