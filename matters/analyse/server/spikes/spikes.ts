import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { refuse, unless } from '#foundation/refusal.ts'
import { countOn, shareOn } from '#foundation/rules-with-citations.ts'
import type { Sql } from '#foundation/server/database.ts'
import { addDays, type Day, isDay } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { County } from '#matters/matter/server/engine.ts'
import type { Names } from '#matters/matter/server/list.ts'
import type { Moment } from '#people/server/moment.ts'
import { pathsOf } from '#places/server/queries.ts'
import { aboveIn, type Counted, cellsOf } from '../../spikes/cells.ts'
import type { readSpikes } from '../../spikes/contract.ts'
import { type Alarm, type Cell, type DetectRules, detect, narrowest } from '../../spikes/detect.ts'
import type { Spike } from '../../spikes/model.ts'
import { whyNotReadSpikes } from '../../spikes/rules.ts'
import { halfSeason, mostYears, type Weeks, weekBefore } from '../../spikes/series.ts'
import { type CategoryNode, categoryNodes, countWeeks, type Span } from '../store-spikes.ts'

const weeksShown = 13
const mostSpikes = 50

/** The moment the seven days end: midnight after their last day. */
export const endOf = (to: Day, county: County): Date =>
  startOfDay(addDays(to, 1), county.calendar.timeZone)

/** The weeks a judgement looks at: the last thirteen, and the season of each former year. */
function spansFor(to: Day, county: County): Span[] {
  const { timeZone } = county.calendar
  const span = (older: number, newer: number): Span => ({
    from: startOfDay(addDays(to, -7 * (older + 1) + 1), timeZone),
    to: startOfDay(addDays(to, -7 * newer + 1), timeZone),
  })
  const years = Array.from({ length: mostYears }, (_, at) => weekBefore(0, at + 1))
  return [
    span(weeksShown - 1, 0),
    ...years.map((middle) => span(middle + halfSeason, middle - halfSeason)),
  ]
}

/** What is judged: every kind with what lies below it, in every township and in the whole county. */
export async function readCells(
  sql: Sql,
  { county, to, end, spans }: { county: number; to: Day; end: Date; spans: readonly Span[] },
): Promise<{ cells: Cell[]; total: Weeks; nodes: readonly CategoryNode[] }> {
  const [counted, nodes] = await Promise.all([
    countWeeks(sql, county, end, spans),
    categoryNodes(sql, county),
  ])
  const isPlace = await townshipsAmong(sql, counted, to)
  return { ...cellsOf(counted, aboveIn(nodes), isPlace), nodes }
}

/** True for the codes the register knows as a township on the day; others count for the county alone. */
async function townshipsAmong(sql: Sql, counted: readonly Counted[], day: Day) {
  const codes = [...new Set(counted.flatMap(({ township }) => township ?? []))]
  const paths = await pathsOf(sql, codes, day)
  return (code: string) => paths.get(code)?.at(-1)?.level === 'township'
}

/** Tail and least count of the county, on a day. */
export const detectRules = (county: County, day: Day): DetectRules => ({
  tail: shareOn(county.rules, 'analysis.spikeTail', day),
  least: countOn(county.rules, 'count.spikeLeast', day),
})

/** Every alarm once: the narrowest kind and place that says it. */
export const telling = (alarms: readonly Alarm[], nodes: readonly CategoryNode[]) =>
  narrowest(alarms, aboveIn(nodes))

function barsOf({ weeks }: Cell, to: Day): Spike['weeks'] {
  return Array.from({ length: weeksShown }, (_, at) => weeksShown - 1 - at).map((week) => ({
    from: addDays(to, -7 * week - 6),
    to: addDays(to, -7 * week),
    count: weeks.get(week) ?? 0,
  }))
}

/** The kinds and places whose last seven days stand out, under the guard of who asks. */
export async function answerSpikes(
  { on }: InputOf<typeof readSpikes>,
  { sql, by, now }: Moment,
  county: County,
  names: Names,
): Promise<OutputOf<typeof readSpikes>> {
  unless(whyNotReadSpikes(by))
  const today = county.dayOf(now)
  const to = on !== undefined && isDay(on) ? on : today
  unless(to > today ? refuse('spikes.dayAhead', 'invalid', { field: 'on' }) : null)
  const rules = detectRules(county, today)
  const { cells, total, nodes } = await readCells(sql, {
    ...{ county: by.county, to, end: endOf(to, county), spans: spansFor(to, county) },
  })
  const { basis, judged, alarms } = detect(cells, total, 0, rules)
  const nameOf = new Map(
    nodes.map(({ code, name, nameEn }) => [code, by.language === 'en' ? nameEn : name]),
  )
  const spikes = telling(alarms, nodes)
    .slice(0, mostSpikes)
    .map((alarm): Spike => {
      const { category, division, count, mean, low, high } = alarm
      const cell = cells.find((one) => one.category === category && one.division === division)
      return {
        ...{ category, division, count, low, high },
        mean: Number(mean.toFixed(1)),
        categoryName: nameOf.get(category) ?? category,
        divisionName: division && names.divisionName(by.county, division),
        weeks: cell ? barsOf(cell, to) : [],
      }
    })
  const compared = basis.by === 'season' ? basis.years : basis.by === 'recent' ? basis.weeks : 0
  return {
    ...{ from: addDays(to, -6), to, basis: basis.by, compared, judged, ...rules, spikes },
  }
}
