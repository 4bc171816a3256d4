import { fill, type Words } from '#foundation/languages.ts'
import { now } from '#foundation/server/clock.ts'
import { addDays, type Day, isDay, numberOfDay } from '#foundation/time.ts'
import { replaySpikes, type SpikeReplay } from '#matters/analyse/server/spikes/replay-spikes.ts'
import { en } from '#matters/analyse/spikes/en.ts'
import { zh } from '#matters/analyse/spikes/zh-CN.ts'
import { openHouse } from '../../server/house.ts'
import { dataFolder } from '../store.ts'
import { chooseCounty, inBothLanguages, misused, readOptions, runCommand } from '../terminal.ts'

const both = inBothLanguages<Words<typeof zh>>(zh, en)

export const usage =
  'linli analyse spikes [--county 430111] [--from 2025-01-01] [--to 2026-01-31] [--seed 1] [--json]'

const options = {
  county: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const

/**
 * Judges every week of a period as if it had just ended, with the functions the desk asks, prints what would have been
 * shown, and measures false alarms on a quiet history drawn anew from the county's own seasons.
 */
export function run(words: readonly string[]): Promise<void> {
  return runCommand(words.includes('--json'), async ({ openStore }) => {
    const asked = readOptions(words, options, usage)
    const { url } = await openStore()
    const house = await openHouse({ databaseUrl: url, dataDir: dataFolder(), connections: 2 })
    try {
      const { county } = chooseCounty(asked.county, house.counties, usage)
      const moment = now()
      const { dayOf } = await house.engine.countyOf(county, moment)
      const period = readPeriod(asked.from, asked.to, dayOf(moment))
      const told = await replaySpikes(house, {
        county,
        ...period,
        seed: readSeed(asked.seed),
        now: moment,
      })
      if (asked.json) console.log(JSON.stringify({ ...period, seed: Number(asked.seed), ...told }))
      else tell(told, Number(asked.seed))
    } finally {
      await house.close()
    }
  })
}

/** A year up to today unless told otherwise. */
function readPeriod(from: string | undefined, to: string | undefined, today: Day) {
  const last = to ?? today
  const first = from ?? (isDay(last) ? addDays(last, -364) : '')
  if (isDay(first) && isDay(last) && first <= last && last <= today)
    return { from: first, to: last }
  throw misused(
    `--from 和 --to 应为日期，先后有序，不晚于 ${today}。`,
    `--from and --to are days in order, ${today} at the latest.`,
    usage,
  )
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw misused('--seed 应为整数。', '--seed is a whole number.', usage)
}

const percent = (share: number) => Number((share * 100).toFixed(3))

function tell({ weeks, judged, alarms, quiet, tail }: SpikeReplay, seed: number): void {
  const say = (
    line: (words: Words<typeof zh>['cli']) => string,
    values: Record<string, string | number> = {},
  ) => console.log(both((words) => fill(line(words.cli), values)))
  if (weeks === 0) {
    say((words) => words.nothing)
    return
  }
  const inOrder = [...alarms].sort((a, b) => numberOfDay(a.to) - numberOfDay(b.to))
  for (const { from, to, count, high, ...one } of inOrder) {
    const { divisionName, division, categoryName } = one
    const mean = Number(one.mean.toFixed(1))
    console.log(
      both((words) =>
        fill(words.cli.alarm, {
          ...{ from, to, category: categoryName, count, mean, high },
          division: divisionName ?? division ?? words.spikes.wholeCounty,
        }),
      ),
    )
  }
  const perWeek = Number((alarms.length / weeks).toFixed(2))
  say((words) => words.weeks, { weeks, judged, alarms: alarms.length, perWeek })
  const rate = percent(quiet.alarms / Math.max(1, quiet.judged))
  say((words) => words.quiet, {
    ...{ seed, judged: quiet.judged, alarms: quiet.alarms, rate, allowed: percent(tail) },
    perWeek: Number((quiet.alarms / weeks).toFixed(2)),
  })
}
