import { setImmediate } from 'node:timers/promises'
import { emptyGrouping, type Grouping, moveMatter, openGroup } from '../../hot/groups.ts'
import type { HotMatter } from '../../hot/hot-matter.ts'
import { keepMatter } from '../../hot/matter-index.ts'
import type { GroupedMatter, KnownMember } from '../store-hot.ts'

/** Between so many matters the server answers others. */
const withoutPause = 50

/** What one server remembers of one county's issues; all of it can be read again from the store. */
export type HotMemory = {
  readonly grouping: Grouping
  /** Ids of issues by the group's number, and the other way. */
  readonly ids: Map<number, string>
  readonly groups: Map<string, number>
  /** The number of each matter, and whether its words may be shown in a title. */
  readonly numbers: Map<string, number>
  readonly open: boolean[]
  /** The issue each matter has in the store. */
  readonly stored: Map<string, string>
  /** The newest change that was read. */
  seen: Date | null
  /** When all matters were looked through for the last time; between, only those written since. */
  lookedThrough: Date | null
}

export function emptyMemory(): HotMemory {
  return {
    grouping: emptyGrouping(),
    ids: new Map(),
    groups: new Map(),
    numbers: new Map(),
    open: [],
    stored: new Map(),
    seen: null,
    lookedThrough: null,
  }
}

export function hotMatterOf(row: GroupedMatter): HotMatter {
  const { id, voice, title, words, branch, division, lon, lat } = row
  const at = row.receivedAt.getTime()
  return { id, voice, at, headline: title, words, support: 0, branch, division, lon, lat }
}

/** Counts a matter in; what is known already keeps its number. */
export function remember({ grouping, numbers, open }: HotMemory, row: GroupedMatter): number {
  const known = numbers.get(row.id)
  if (known !== undefined) return known
  const at = keepMatter(grouping.index, hotMatterOf(row))
  grouping.own[at] = -1
  numbers.set(row.id, at)
  open[at] = row.open
  return at
}

function groupFor(memory: HotMemory, issue: string): number {
  const known = memory.groups.get(issue)
  if (known !== undefined && memory.grouping.groups.has(known)) return known
  const { id } = openGroup(memory.grouping)
  memory.groups.set(issue, id)
  memory.ids.set(id, issue)
  return id
}

/** Puts matters where the store says they are: at the beginning, and after other servers or officers moved them. */
export async function recall(memory: HotMemory, rows: readonly KnownMember[]): Promise<void> {
  const { grouping, stored } = memory
  for (const [i, row] of rows.entries()) {
    if (i % withoutPause === withoutPause - 1) await setImmediate()
    const at = remember(memory, row)
    const group = groupFor(memory, row.issue)
    moveMatter(grouping, at, group)
    stored.set(row.id, row.issue)
    if (row.fixed) grouping.fixed.add(at)
    if (row.held) grouping.held.add(group)
    if (memory.seen === null || row.changedAt > memory.seen) memory.seen = row.changedAt
  }
}
