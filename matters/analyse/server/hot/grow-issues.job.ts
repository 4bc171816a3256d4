import { setImmediate } from 'node:timers/promises'
import { composeId } from '#foundation/ids.ts'
import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { Engine } from '#matters/matter/server/engine.ts'
import { systemActor } from '#people/actor.ts'
import { scopeOf } from '#people/guard.ts'
import { type Group, placeMatter } from '../../hot/groups.ts'
import { agreementOf, titleOf } from '../../hot/heat.ts'
import { placeOf } from '../../hot/portrait.ts'
import {
  claimHot,
  endIssues,
  keepIssue,
  membersSince,
  placeMembers,
  untakenMatters,
} from '../store-hot.ts'
import { emptyMemory, type HotMemory, recall, remember } from './memory.ts'

const dayMilliseconds = 86_400_000
const hourMilliseconds = 3_600_000
/** Older matters begin no issue and join none. */
export const daysRemembered = 400
/** About 65 MB of memory; a county with more in the time is compared with its newest. */
const mostRemembered = 6000
const mostAtOnce = 500
/** Between so many matters the server answers others: each takes some milliseconds. */
const withoutPause = 5
/** What other servers wrote a moment ago is read once more: their clocks differ. */
const overlapMilliseconds = 60_000

async function placeNew(memory: HotMemory, numbers: readonly number[]): Promise<Set<number>> {
  const changed = new Set<number>()
  for (const [i, at] of numbers.entries()) {
    placeMatter(memory.grouping, at, changed)
    if (i % withoutPause === withoutPause - 1) await setImmediate()
  }
  return changed
}

function idOf(memory: HotMemory, group: number, now: Date): string {
  const known = memory.ids.get(group)
  if (known !== undefined) return known
  const id = newId<string>(now)
  memory.ids.set(group, id)
  memory.groups.set(id, group)
  return id
}

async function keepPortrait(memory: HotMemory, group: Group, sql: Sql, county: number, now: Date) {
  const { index } = memory.grouping
  const shown = group.members.filter((at) => memory.open[at])
  const matters = shown.flatMap((at) => index.kept[at]?.matter ?? [])
  await keepIssue(
    sql,
    county,
    {
      id: idOf(memory, group.id, now),
      title: titleOf(matters),
      place: placeOf(matters),
      firstAt: new Date(group.first),
      lastAt: new Date(group.last),
      agreement: Math.min(1, agreementOf(matters)),
    },
    now,
  )
}

async function keepChanges(
  memory: HotMemory,
  changed: ReadonlySet<number>,
  sql: Sql,
  county: number,
  now: Date,
) {
  const { grouping, stored } = memory
  const groups = [...changed].flatMap((id) => grouping.groups.get(id) ?? [])
  const placed: { matter: string; issue: string }[] = []
  for (const group of groups) {
    const issue = idOf(memory, group.id, now)
    for (const at of group.members) {
      const matter = grouping.index.kept[at]?.matter.id
      if (matter === undefined || stored.get(matter) === issue) continue
      placed.push({ matter, issue })
      stored.set(matter, issue)
    }
  }
  if (placed.length > 0) await placeMembers(sql, county, placed, now)
  for (const group of groups)
    if (group.members.length > 1) await keepPortrait(memory, group, sql, county, now)
  const gone = [...changed].filter((id) => (grouping.groups.get(id)?.members.length ?? 0) < 2)
  const ids = gone.flatMap((id) => memory.ids.get(id) ?? [])
  if (ids.length > 0) await endIssues(sql, county, ids, now)
}

/** All matters at the beginning and once an hour, else those written lately: a small piece of the key. */
function unseenSince(memory: HotMemory, received: Date, now: Date) {
  const ago = now.getTime() - (memory.lookedThrough?.getTime() ?? 0)
  const all = memory.lookedThrough === null || ago >= hourMilliseconds
  if (all) memory.lookedThrough = now
  const since = all ? new Date(0) : new Date(now.getTime() - 2 * hourMilliseconds)
  return { received, written: composeId(since, new Uint8Array(10)) }
}

async function grow(memory: HotMemory, sql: Sql, county: number, now: Date): Promise<number> {
  const from = new Date(now.getTime() - daysRemembered * dayMilliseconds)
  const since = new Date((memory.seen?.getTime() ?? overlapMilliseconds) - overlapMilliseconds)
  await recall(memory, await membersSince(sql, county, since, from, mostRemembered))
  const rows = await untakenMatters(sql, county, unseenSince(memory, from, now), mostAtOnce)
  if (rows.length === mostAtOnce) memory.lookedThrough = null
  const changed = await placeNew(
    memory,
    rows.map((row) => remember(memory, row)),
  )
  await keepChanges(memory, changed, sql, county, now)
  return rows.length
}

/**
 * The job that lets issues grow: looks at requests that came since, puts each into the issue it fits, or alone. What
 * it remembers between two runs is read again from the store when it starts, or when a run failed. One server does it
 * at a time.
 */
export function growingIssues() {
  const memories = new Map<number, HotMemory>()
  /** @returns how many requests were looked at */
  return async function growIssues(
    engine: Pick<Engine, 'database'>,
    county: number,
    now: Date,
  ): Promise<{ taken: number }> {
    const memory = memories.get(county) ?? emptyMemory()
    memories.delete(county)
    const taken = await engine.database.within(scopeOf(systemActor(county)), async (sql) =>
      (await claimHot(sql, county)) ? grow(memory, sql, county, now) : 0,
    )
    // Kept only now: after a failure nothing is believed that the store does not say.
    memories.set(county, memory)
    return { taken }
  }
}
