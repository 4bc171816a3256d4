import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { maskPersonalData } from '#foundation/personal-data.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { idFromText } from '#foundation/server/id-from-text.ts'
import type { County, Engine } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import { scopeOf } from '#people/guard.ts'
import { getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import { type Asked, type Route, route } from '#people/server/route.ts'
import { noteDeed } from '#people/server/staff/audit.ts'
import {
  leadHotIssue,
  listHotIssues,
  mergeHotIssues,
  nameHotIssue,
  readHotIssue,
  splitHotIssue,
} from '../../hot/contract.ts'
import { halfLifeDays, heatOf, leastVoices } from '../../hot/heat.ts'
import { whyNotManageIssues, whyNotMerge, whyNotSplit } from '../../hot/rules.ts'
import { type Asker, endIssues, issuesFor, weeksFor } from '../store-hot.ts'
import {
  countMembers,
  holdIssue,
  leadIssue,
  lockIssue,
  membersOf,
  moveMembers,
  nameIssue,
  openIssue,
  splitMembers,
  touchMembers,
} from '../store-hot-acts.ts'
import { daysRemembered } from './grow-issues.job.ts'

const dayMilliseconds = 86_400_000
const weeksShown = 13

/** An office sees the issues it leads, the county's side all of them; members only as the guard shows them. */
function askerOf({ by }: Moment): Asker {
  const { reach, parties } = scopeOf(by)
  return { county: by.county, reach, offices: parties }
}

async function answerIssues(moment: Moment, names: Names): Promise<OutputOf<typeof listHotIssues>> {
  const { sql, by, now } = moment
  const since = new Date(now.getTime() - daysRemembered * dayMilliseconds)
  const rows = await issuesFor(sql, askerOf(moment), now, { since, halfLifeDays, leastVoices })
  const from = new Date(now.getTime() - weeksShown * 7 * dayMilliseconds)
  const ids = rows.map(({ id }) => id)
  const counted = ids.length === 0 ? [] : await weeksFor(sql, by.county, ids, { now, from })
  const weeks = new Map(ids.map((id) => [id, Array.from({ length: weeksShown }, () => 0)]))
  for (const { issue, ago, count } of counted)
    weeks.get(issue)?.splice(weeksShown - 1 - Math.min(weeksShown - 1, Math.max(0, ago)), 1, count)
  const issues = rows.map(({ voices, agreement, firstAt, lastAt, division, ...row }) => ({
    ...row,
    title: maskPersonalData(row.title),
    place: row.place || (division && names.divisionName(by.county, division)) || '',
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    heat: Number(heatOf({ voices, agreement, support: 0 }).toFixed(2)),
    weeks: weeks.get(row.id) ?? [],
    leadName:
      row.leadOffice === null ? null : names.officeName(by.county, row.leadOffice, by.language),
  }))
  return {
    issues: issues.sort((a, b) => b.heat - a.heat),
    mayManage: whyNotManageIssues(by) === null,
  }
}

async function answerIssue(
  { issue }: InputOf<typeof readHotIssue>,
  moment: Moment,
  names: Names,
): Promise<OutputOf<typeof readHotIssue>> {
  const { sql, by } = moment
  const rows = await membersOf(sql, askerOf(moment), issue)
  if (rows.length === 0)
    throw new Refused(refuse('hot.issueUnknown', 'missing', { field: 'issue' }))
  return {
    matters: rows.map(({ division, receivedAt, ...row }) => ({
      ...row,
      receivedAt: receivedAt.toISOString(),
      divisionName: division === null ? null : names.divisionName(by.county, division),
    })),
  }
}

/** The issue, held against a second hand. */
async function held({ sql, by }: Moment, id: string, field = 'issue') {
  const issue = await lockIssue(sql, by.county, id)
  if (!issue) throw new Refused(refuse('hot.issueUnknown', 'missing', { field }))
  return issue
}

async function merge({ issue, other }: InputOf<typeof mergeHotIssues>, moment: Moment) {
  const { sql, by, now } = moment
  unless(whyNotMerge(issue, other))
  // Always in one order: two leaders who merge the same two wait for each other, and do not block each other.
  const locked = new Map<string, string>()
  for (const id of [issue, other].sort())
    locked.set(id, (await held(moment, id, id === issue ? 'issue' : 'other')).title)
  await moveMembers(sql, by.county, other, issue, now)
  await endIssues(sql, by.county, [other], now)
  await holdIssue(sql, by.county, issue, now)
  await noteDeed(moment, 'mergeIssues', { issue, other, title: locked.get(issue) ?? '' })
}

async function split(input: InputOf<typeof splitHotIssue>, moment: Moment): Promise<string> {
  const { sql, by, now, actId } = moment
  await held(moment, input.issue)
  const { all, chosen } = await countMembers(sql, by.county, input.issue, input.matters)
  unless(whyNotSplit(all, chosen))
  const made = idFromText<string>(`split ${actId}`)
  const title = input.title.trim()
  await openIssue(sql, by.county, made, title, now)
  const { issue: from, matters } = input
  await splitMembers(sql, by.county, { from, to: made, matters }, now)
  await holdIssue(sql, by.county, made, now)
  await holdIssue(sql, by.county, from, now)
  await noteDeed(moment, 'splitIssue', { issue: from, made, title, matters: chosen })
  return made
}

async function name({ issue, title }: InputOf<typeof nameHotIssue>, moment: Moment) {
  const { sql, by, now } = moment
  const before = await held(moment, issue)
  await nameIssue(sql, by.county, issue, title.trim(), now)
  await touchMembers(sql, by.county, issue, now)
  await noteDeed(moment, 'nameIssue', { issue, title: title.trim(), before: before.title })
}

async function lead({ issue, office, month }: InputOf<typeof leadHotIssue>, moment: Moment) {
  const { sql, by, now } = moment
  const { title } = await held(moment, issue)
  await getOffice(moment, office)
  await leadIssue(sql, by.county, issue, { office, month }, now)
  await touchMembers(sql, by.county, issue, now)
  await noteDeed(moment, 'leadIssue', { issue, office, month, title })
}

/** The doors of hot issues 热点. */
export function hotRoutes({ engine, names }: { engine: Engine; names: Names }): Route[] {
  const within = async <T>(
    { by, now, actId }: Asked,
    work: (moment: Moment, county: County) => Promise<T>,
  ): Promise<T> => {
    const county = await engine.countyOf(by.county, now)
    return engine.database.within(scopeOf(by), (sql) => work({ by, now, sql, actId }, county))
  }
  const manage = (asked: Asked, work: (moment: Moment) => Promise<void>) =>
    within(asked, async (moment) => {
      unless(whyNotManageIssues(moment.by))
      await work(moment)
    })
  return [
    route(listHotIssues, (_, asked) => within(asked, (moment) => answerIssues(moment, names))),
    route(readHotIssue, (input, asked) =>
      within(asked, (moment) => answerIssue(input, moment, names)),
    ),
    route(mergeHotIssues, async (input, asked) => {
      await manage(asked, (moment) => merge(input, moment))
      return { issue: input.issue }
    }),
    route(splitHotIssue, (input, asked) =>
      within(asked, async (moment) => {
        unless(whyNotManageIssues(moment.by))
        return { issue: await split(input, moment) }
      }),
    ),
    route(nameHotIssue, async (input, asked) => {
      await manage(asked, (moment) => name(input, moment))
      return { issue: input.issue }
    }),
    route(leadHotIssue, async (input, asked) => {
      await manage(asked, (moment) => lead(input, moment))
      return { issue: input.issue }
    }),
  ]
}
