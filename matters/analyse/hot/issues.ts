import type { Group, Grouping } from './groups.ts'
import { agreementOf, fading, heatOf, leastVoices, titleOf } from './heat.ts'
import type { HotMatter } from './hot-matter.ts'
import { placeOf } from './portrait.ts'

const dayMilliseconds = 86_400_000

/** A group of matters about one problem, as it is shown. */
export type Issue = {
  readonly group: number
  readonly title: string
  readonly place: string
  /** Of the first and the last matter, in milliseconds. */
  readonly from: number
  readonly to: number
  readonly heat: number
  /** Different residents. */
  readonly residents: number
  /** The oldest first. */
  readonly members: readonly HotMatter[]
}

/** The sum over different residents of the weight of their latest word. */
function fadingVoices(
  members: readonly HotMatter[],
  now: number,
): { all: number; weighed: number } {
  const latest = new Map<string, number>()
  for (const { voice, at } of members) latest.set(voice, Math.max(latest.get(voice) ?? 0, at))
  const weighed = [...latest.values()].reduce(
    (sum, at) => sum + fading((now - at) / dayMilliseconds),
    0,
  )
  return { all: latest.size, weighed }
}

function issueOf({ index }: Grouping, { id, members }: Group, now: number): Issue | null {
  const matters = members
    .flatMap((at) => index.kept[at]?.matter ?? [])
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const voices = fadingVoices(matters, now)
  const [first, last] = [matters[0], matters.at(-1)]
  if (voices.all < leastVoices || !first || !last) return null
  const support = matters.reduce(
    (sum, matter) => sum + matter.support * fading((now - matter.at) / dayMilliseconds),
    0,
  )
  return {
    group: id,
    title: titleOf(matters),
    place: placeOf(matters),
    from: first.at,
    to: last.at,
    heat: heatOf({ voices: voices.weighed, support, agreement: agreementOf(matters) }),
    residents: voices.all,
    members: matters,
  }
}

/** The issues of a grouping, the hottest first. Groups of fewer than three residents are none. */
export function issuesOf(grouping: Grouping, now: number): Issue[] {
  return [...grouping.groups.values()]
    .flatMap((group) => issueOf(grouping, group, now) ?? [])
    .sort((a, b) => b.heat - a.heat || a.group - b.group)
}
