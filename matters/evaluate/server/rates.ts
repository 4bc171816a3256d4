import type { InputOf, OutputOf } from '#foundation/contract.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { countOn, listOn } from '#foundation/rules-with-citations.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { startOfDay } from '#foundation/time-zone.ts'
import type { County } from '#matters/matter/server/engine.ts'
import { scopeOf } from '#people/guard.ts'
import type { Actor } from '#people/model.ts'
import { officesOf } from '#people/rules.ts'
import type { Moment } from '#people/server/moment.ts'
import type { countyRates, officeRates } from '../contract.ts'
import { type Indicator, indicators, type ListedRate, type Rate, type Rates } from '../model.ts'
import { ratesFrom, type Tally, whyNotPeriod, withoutFew } from '../rates.ts'
import type { Evaluation } from './evaluation.ts'
import {
  type OfficeTally,
  type RatePeriod,
  type RateRow,
  rateRows,
  rateTallies,
  withoutClock,
} from './store-rates.ts'

function periodOf(
  asked: { from: string; to: string; office?: string },
  county: County,
  now: Date,
): RatePeriod {
  unless(whyNotPeriod(asked.from, asked.to))
  const zone = county.calendar.timeZone
  return {
    from: startOfDay(asked.from as Day, zone),
    to: startOfDay(addDays(asked.to as Day, 1), zone),
    now,
    office: asked.office ?? null,
    satisfiedGrades: listOn(county.rules, 'list.satisfiedGrades', county.dayOf(now)),
  }
}

// Each due matter stands in the tallies once per indicator; one of them counts the matters.
const countedOnce: Indicator = 'response'
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

function ratesOf(tallies: readonly OfficeTally[], clockless: number): Rates {
  const once = tallies.filter(({ indicator }) => indicator === countedOnce)
  return ratesFrom(tallies, {
    due: sum(once.map(({ count }) => count)),
    closedAgainst: sum(once.map(({ against }) => against)),
    withoutClock: clockless,
  })
}

/**
 * The public three rates. They count all requests, published or not, but say nothing of a single one: numbers only,
 * answers of residents only from the county's minimum on.
 */
export async function answerCountyRates(
  { names }: Evaluation,
  input: InputOf<typeof countyRates>,
  { sql, by, now }: Moment,
  county: County,
): Promise<OutputOf<typeof countyRates>> {
  const period = periodOf(input, county, now)
  const [tallies, clockless] = await Promise.all([
    rateTallies(sql, by.county, period),
    withoutClock(sql, by.county, period),
  ])
  const ratingsMin = countOn(county.rules, 'count.ratingsForDisplay', county.dayOf(now))
  const offices = [...new Set(tallies.map(({ office }) => office))].map((office) => {
    const own = tallies.filter((tally) => tally.office === office)
    const without = clockless.find((row) => row.office === office)?.count ?? 0
    return {
      office,
      officeName: office && names.officeName(by.county, office, by.language),
      rates: withoutFew(ratesOf(own, without), ratingsMin),
    }
  })
  const total = ratesOf(tallies, sum(clockless.map(({ count }) => count)))
  return {
    from: input.from,
    to: input.to,
    ratingsMin,
    total: withoutFew(total, ratingsMin),
    offices: offices.sort((a, b) => b.rates.due - a.rates.due),
  }
}

/** Officers of one office see the list of their own; whoever works on the whole county sees every office's. */
function whyNotList(office: string, by: Actor) {
  const own = (officesOf(by) as ReadonlySet<string>).has(office)
  return own || scopeOf(by).reach === 'county'
    ? null
    : refuse('evaluate.officeNotYours', 'forbidden')
}

function tallyOf(row: RateRow): Tally {
  return { indicator: row.indicator, out: row.out, mark: row.mark, count: 1 }
}

function listed(
  rate: Rate,
  indicator: Indicator,
  rows: readonly RateRow[],
  nameOf: (office: string) => string | null,
): ListedRate {
  const own = rows.filter((row) => row.indicator === indicator)
  return {
    ...rate,
    counted: own
      .filter(({ out, mark }) => out === null && mark !== 'noAnswer' && mark !== 'open')
      .map(({ matter, number, mark }) => ({ matter, number, good: mark === 'good' })),
    left: own.flatMap(({ matter, number, out, approver }) =>
      out === null ? [] : [{ matter, number, reason: out, approver: approver && nameOf(approver) }],
    ),
  }
}

/** The three rates of an office with every matter behind them, as the guard lets the asker see them. */
export async function answerOfficeRates(
  { names }: Evaluation,
  input: InputOf<typeof officeRates>,
  { sql, by, now }: Moment,
  county: County,
): Promise<OutputOf<typeof officeRates>> {
  const refusal = whyNotList(input.office, by)
  if (refusal) throw new Refused(refusal)
  const nameOf = (office: string) => names.officeName(by.county, office, by.language)
  const period = periodOf(input, county, now)
  const [rows, clockless] = await Promise.all([
    rateRows(sql, by.county, period),
    withoutClock(sql, by.county, period),
  ])
  const once = rows.filter(({ indicator }) => indicator === countedOnce)
  const rates = ratesFrom(rows.map(tallyOf), {
    due: once.length,
    closedAgainst: once.filter(({ against }) => against).length,
    withoutClock: sum(clockless.map(({ count }) => count)),
  })
  const [response, solution, satisfaction] = indicators.map((indicator) =>
    listed(rates[indicator], indicator, rows, nameOf),
  ) as [ListedRate, ListedRate, ListedRate]
  return {
    from: input.from,
    to: input.to,
    office: input.office,
    officeName: nameOf(input.office),
    due: rates.due,
    closedAgainst: rates.closedAgainst,
    withoutClock: rates.withoutClock,
    response,
    solution,
    satisfaction,
  }
}
