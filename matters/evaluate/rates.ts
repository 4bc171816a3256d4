import { type Refusal, refuse } from '#foundation/refusal.ts'
import { type Day, isDay, numberOfDay } from '#foundation/time.ts'
import { type Indicator, indicators, type Mark, type Rate, type Rates } from './model.ts'

/** How many due matters of an office stand so to an indicator: counted (`mark`) or left out (`out`). */
export type Tally = {
  readonly indicator: Indicator
  readonly out: string | null
  readonly mark: Mark
  readonly count: number
}

/** What else is told beside the rates. */
export type Beside = {
  readonly due: number
  readonly closedAgainst: number
  readonly withoutClock: number
}

/**
 * The rules the rates are counted by. The definitions are ours: Beijing's own denominators were not found, and there
 * are no national weights, so no composite is made (domain.md 2.5, trap 17).
 */
export const rateRules: Readonly<Record<Indicator, readonly string[]>> = {
  // Real contact inside the contact limit, of the requests due.
  response: ['limit.firstContact', 'list.exclusionReasons'],
  // Answers "solved", of the answers to that question.
  solution: ['list.exclusionReasons', 'count.ratingsForDisplay'],
  // Answers in the grades that count as satisfied, of the answers to that question.
  satisfaction: ['list.satisfiedGrades', 'list.exclusionReasons', 'count.ratingsForDisplay'],
}

const sumOf = (tallies: readonly Tally[], ...wanted: Mark[]) =>
  tallies.reduce((sum, { mark, count }) => (wanted.includes(mark) ? sum + count : sum), 0)

function rateOf(tallies: readonly Tally[], indicator: Indicator): Rate {
  const own = tallies.filter((tally) => tally.indicator === indicator)
  const counted = own.filter(({ out }) => out === null)
  const numerator = sumOf(counted, 'good')
  const denominator = sumOf(counted, 'good', 'bad', 'tried')
  const reasons = new Map<string, number>()
  for (const { out, count } of own)
    if (out !== null) reasons.set(out, (reasons.get(out) ?? 0) + count)
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    tooFew: false,
    noAnswer: sumOf(counted, 'tried', 'noAnswer'),
    open: sumOf(counted, 'open'),
    excluded: [...reasons].sort().map(([reason, count]) => ({ reason, count })),
    rules: [...rateRules[indicator]],
  }
}

/** The three rates from how many matters stand how. */
export function ratesFrom(tallies: readonly Tally[], beside: Beside): Rates {
  const [response, solution, satisfaction] = indicators.map((one) => rateOf(tallies, one)) as [
    Rate,
    Rate,
    Rate,
  ]
  return { ...beside, response, solution, satisfaction }
}

/**
 * What residents said is shown from so many answers on (rule `count.ratingsForDisplay`), so that nobody is known by a
 * small number. Response is no answer of a resident and stays.
 */
export function withoutFew(rates: Rates, ratingsMin: number): Rates {
  const hide = (rate: Rate): Rate =>
    (rate.denominator ?? 0) >= ratingsMin
      ? rate
      : { ...rate, numerator: null, denominator: null, value: null, tooFew: true }
  return { ...rates, solution: hide(rates.solution), satisfaction: hide(rates.satisfaction) }
}

const longestPeriod = 366

/** Why a period cannot be asked for: days that are none, the wrong way round, or longer than a year. */
export function whyNotPeriod(from: string, to: string): Refusal | null {
  const wrong = (field: string) =>
    refuse('foundation.fieldWrongType', 'invalid', { field, values: { field } })
  if (!isPlausible(from)) return wrong('from')
  if (!isPlausible(to)) return wrong('to')
  if (to < from) return refuse('evaluate.periodBackwards', 'invalid', { field: 'to' })
  return numberOfDay(to) - numberOfDay(from) >= longestPeriod
    ? refuse('evaluate.periodTooLong', 'invalid', { field: 'to', values: { days: longestPeriod } })
    : null
}

function isPlausible(day: string): day is Day {
  return isDay(day) && day >= '1900-01-01' && day <= '2200-12-31'
}
