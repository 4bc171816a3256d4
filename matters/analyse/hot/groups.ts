import type { HotMatter } from './hot-matter.ts'
import { eachAlike, emptyIndex, keepMatter, type MatterIndex } from './matter-index.ts'

/**
 * What a matter must have in common with a group's members on the average to be one of them: all in all, and in what
 * is told beside names, so that two problems of one housing estate stay two. Measured (bench, task hot): from 0.09 to
 * 0.11 the same B-cubed, at 0.13 it loses 0.03; `leastTold` at 0.02 lets a topic in, at 0.04 it loses 0.06.
 */
const leastAll = 0.11
const leastTold = 0.03
/** A group nobody has written to for so long is over: the same trouble next year is an issue of its own. */
const silenceMilliseconds = 180 * 86_400_000
/** Of larger groups so many members stand for all when two groups are compared. */
const mostCompared = 64
/** Members are looked at again when a group has doubled since, from this size on. */
const firstLook = 4
/** A group so small changes with each member, and may fit now what did not fit before. */
const smallGroup = 8

export type Group = {
  readonly id: number
  readonly members: number[]
  first: number
  last: number
  nextLook: number
}

/** Matters in groups, growing. Every matter is in one group; most are alone in theirs. */
export type Grouping = {
  readonly index: MatterIndex
  readonly groups: Map<number, Group>
  /** The group of each matter. */
  readonly own: number[]
  /** Members an officer put where they are; looking again leaves them there. */
  readonly fixed: Set<number>
  /** Groups an officer had a hand in: they take others in, and never go into another. */
  readonly held: Set<number>
  nextGroup: number
}

/** Before the first matter. */
export function emptyGrouping(): Grouping {
  return {
    index: emptyIndex(),
    groups: new Map(),
    own: [],
    fixed: new Set(),
    held: new Set(),
    nextGroup: 0,
  }
}

const timeOf = (grouping: Grouping, at: number) => grouping.index.kept[at]?.matter.at ?? 0

/** A group without members, for what is about to be put there. */
export function openGroup(grouping: Grouping): Group {
  const id = grouping.nextGroup
  const group = { id, members: [], first: Infinity, last: -Infinity, nextLook: firstLook }
  grouping.groups.set(id, group)
  grouping.nextGroup += 1
  return group
}

function put(grouping: Grouping, at: number, group: Group): void {
  const time = timeOf(grouping, at)
  group.members.push(at)
  group.first = Math.min(group.first, time)
  group.last = Math.max(group.last, time)
  grouping.own[at] = group.id
}

function take(grouping: Grouping, at: number): void {
  const group = grouping.groups.get(grouping.own[at] ?? -1)
  grouping.own[at] = -1
  if (!group) return
  group.members.splice(group.members.indexOf(at), 1)
  if (group.members.length === 0) grouping.groups.delete(group.id)
}

const silentBetween = (group: Group, first: number, last: number) =>
  first > group.last + silenceMilliseconds || last < group.first - silenceMilliseconds

type Sum = { all: number; told: number }

/** Adds up, by group, how alike a matter is to the members. */
function sumByGroup(grouping: Grouping, at: number, sums: Map<number, Sum>): void {
  eachAlike(grouping.index, at, (other, all, told) => {
    const group = grouping.own[other] ?? -1
    if (other === at || group < 0) return
    const sum = sums.get(group)
    if (sum) {
      sum.all += all
      sum.told += told
    } else sums.set(group, { all, told })
  })
}

type Near = { readonly group: Group; readonly all: number }

/** The groups a matter fits, the best first. */
function nearGroups(grouping: Grouping, at: number): Near[] {
  const sums = new Map<number, Sum>()
  sumByGroup(grouping, at, sums)
  const time = timeOf(grouping, at)
  const near: Near[] = []
  for (const [id, { all, told }] of sums) {
    const group = grouping.groups.get(id)
    if (!group || silentBetween(group, time, time)) continue
    const members = group.members.length
    if (all >= leastAll * members && told >= leastTold * members)
      near.push({ group, all: all / members })
  }
  return near.sort((a, b) => b.all - a.all || a.group.id - b.group.id)
}

/** Every member of a small group, evenly chosen ones of a large one. */
function speakersOf({ members }: Group): number[] {
  const step = Math.max(1, members.length / mostCompared)
  const count = Math.min(members.length, mostCompared)
  return Array.from({ length: count }, (_, i) => members[Math.floor(i * step)] ?? 0)
}

/** Groups whose members are on the average as alike to this one's as a member must be. */
function kindredOf(grouping: Grouping, group: Group): Near[] {
  const sums = new Map<number, Sum>()
  const speakers = speakersOf(group)
  for (const at of speakers) sumByGroup(grouping, at, sums)
  const near: Near[] = []
  for (const [id, { all, told }] of sums) {
    const other = grouping.groups.get(id)
    if (!other || id === group.id || silentBetween(other, group.first, group.last)) continue
    if (grouping.held.has(id) && grouping.held.has(group.id)) continue
    const pairs = speakers.length * other.members.length
    if (all >= leastAll * pairs && told >= leastTold * pairs)
      near.push({ group: other, all: all / pairs })
  }
  return near.sort((a, b) => b.all - a.all || a.group.id - b.group.id)
}

function fuse(grouping: Grouping, into: Group, from: Group): void {
  for (const at of [...from.members]) {
    take(grouping, at)
    put(grouping, at, into)
  }
}

/** Puts a matter into the group it fits best, or opens one for it. */
function settle(grouping: Grouping, at: number): { group: Group; bridges: boolean } {
  const [best, ...others] = nearGroups(grouping, at)
  const group = best?.group ?? openGroup(grouping)
  put(grouping, at, group)
  return { group, bridges: others.length > 0 }
}

/** A group that doubled is another one: whoever no longer fits goes elsewhere. */
function lookAgain(grouping: Grouping, group: Group, changed: Set<number>): void {
  group.nextLook = group.members.length * 2
  for (const at of [...group.members]) {
    if (grouping.own[at] !== group.id || group.members.length < 2 || grouping.fixed.has(at))
      continue
    take(grouping, at)
    changed.add(settle(grouping, at).group.id)
  }
}

/** Of two groups to be one: the one an officer holds, or the larger. */
function leads({ held }: Grouping, one: Group, other: Group): boolean {
  if (held.has(one.id) !== held.has(other.id)) return held.has(one.id)
  return one.members.length > other.members.length
}

/** Finds a counted matter its group; adds to `changed` every group that is another now, or gone. */
export function placeMatter(grouping: Grouping, at: number, changed: Set<number>): void {
  const settled = settle(grouping, at)
  let { group } = settled
  changed.add(group.id)
  if (group.members.length < 2) return
  const doubled = group.members.length >= group.nextLook
  if (doubled) lookAgain(grouping, group, changed)
  // A matter between two groups is the sign that they may be one; each fusion may make the next.
  if (!settled.bridges && !doubled && group.members.length > smallGroup) return
  while (grouping.groups.has(group.id)) {
    const kindred = kindredOf(grouping, group)[0]?.group
    if (!kindred) return
    const into = leads(grouping, kindred, group) ? kindred : group
    const from = into === group ? kindred : group
    fuse(grouping, into, from)
    changed.add(into.id).add(from.id)
    group = into
  }
}

/** Counts a matter without placing it: all of an import are counted before the first is placed. Returns its number. */
export function countMatter(grouping: Grouping, matter: HotMatter): number {
  const at = keepMatter(grouping.index, matter)
  grouping.own[at] = -1
  return at
}

/** Takes matters in, in any order, each once. @returns the groups that changed, some of them gone meanwhile */
export function addMatters(grouping: Grouping, matters: readonly HotMatter[]): Set<number> {
  const changed = new Set<number>()
  const numbers = matters.map((matter) => countMatter(grouping, matter))
  for (const at of numbers) placeMatter(grouping, at, changed)
  return changed
}

/** Puts a matter where it is known to belong: as it was stored, or as an officer said. */
export function moveMatter(grouping: Grouping, at: number, to: number): void {
  const group = grouping.groups.get(to)
  if (!group || grouping.own[at] === to) return
  if ((grouping.own[at] ?? -1) >= 0) take(grouping, at)
  put(grouping, at, group)
}
