import { countQuantile } from './distribution.ts'

/** One week of history to compare with: what was counted, out of how many of all kinds a week at that time. */
export type ReferenceWeek = {
  readonly count: number
  /** All matters of the county a week, at that time of that year: the measure of how much is reported at all. */
  readonly exposure: number
  /** Years before the week that is judged; 0 for weeks of the same season now. */
  readonly age: number
}

/** What a week should bring, if only season and trend were at work. */
export type Expectation = {
  readonly mean: number
  /** The usual range: below `low` lies one week in twenty, above `high` one in 1/tail. */
  readonly low: number
  readonly high: number
  /** Variance over mean of the history: 1 is chance alone. */
  readonly dispersion: number
}

/** Weeks that stand out by more than this many deviations count less (Noufaily et al. 2013, section 3.2). */
const outlying = 2.58
/** Half a matter (Jeffreys): a kind that was never reported is rare, not impossible. */
const halfMatter = 0.5
const lowTail = 0.05
/** Fewest former years in which a trend can be told from chance (Farrington et al. 1996, section 3.3). */
const trendYears = 3
/** Weight of chance alone in the dispersion, in weeks: seven weeks say little of how a kind varies. */
const priorWeeks = 4
const usualDispersion = 1.2

type Fit = {
  readonly level: number
  readonly slope: number
  readonly variance: (age: number) => number
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** The common rate, weighted. */
function fitLevel(weeks: readonly ReferenceWeek[], weights: readonly number[]): Fit {
  const counted = sumOf(weeks.map(({ count }, i) => count * (weights[i] ?? 0))) + halfMatter
  const exposed = sumOf(weeks.map(({ exposure }, i) => exposure * (weights[i] ?? 0)))
  return { level: Math.log(counted / exposed), slope: 0, variance: () => 1 / counted }
}

const rounds = 25
/** A rate that doubles or halves each year is followed; one that leaps is none. */
const steepest = Math.log(2)

/** Log-linear rate by age: iterated weighted least squares. Null where the weeks do not determine it. */
function fitTrend(weeks: readonly ReferenceWeek[], weights: readonly number[]): Fit | null {
  let { level, slope } = fitLevel(weeks, weights)
  for (let round = 0; round < rounds; round++) {
    const rows = weeks.map(({ count, exposure, age }, i) => {
      const mean = exposure * Math.exp(level + slope * age)
      return { age, weight: mean * (weights[i] ?? 0), work: level + slope * age + count / mean - 1 }
    })
    const all = sumOf(rows.map(({ weight }) => weight))
    const first = sumOf(rows.map(({ weight, age }) => weight * age))
    const second = sumOf(rows.map(({ weight, age }) => weight * age ** 2))
    const told = sumOf(rows.map(({ weight, work }) => weight * work))
    const tilted = sumOf(rows.map(({ weight, work, age }) => weight * work * age))
    const determinant = all * second - first ** 2
    if (!(determinant > 1e-9)) return null
    const [before, beforeSlope] = [level, slope]
    level = (told * second - tilted * first) / determinant
    slope = (tilted * all - told * first) / determinant
    if (!Number.isFinite(level) || !Number.isFinite(slope) || Math.abs(slope) > 3) return null
    if (Math.abs(level - before) + Math.abs(slope - beforeSlope) < 1e-8)
      return {
        level,
        slope,
        variance: (age) => (second - 2 * first * age + all * age ** 2) / determinant,
      }
  }
  return null
}

const meansOf = ({ level, slope }: Fit, weeks: readonly ReferenceWeek[]) =>
  weeks.map(({ exposure, age }) => exposure * Math.exp(level + slope * age))

/** Variance over mean, drawn towards what is usual while the weeks are few; never below chance. */
function dispersionOf(
  fit: Fit,
  weeks: readonly ReferenceWeek[],
  weights: readonly number[],
): number {
  const free = weeks.length - (fit.slope === 0 ? 1 : 2)
  const means = meansOf(fit, weeks)
  const deviation = sumOf(
    weeks.map(({ count }, i) => {
      const mean = Math.max(means[i] ?? 0, 1e-9)
      return ((weights[i] ?? 0) * (count - mean) ** 2) / mean
    }),
  )
  return Math.max(1, (deviation + priorWeeks * usualDispersion) / (free + priorWeeks))
}

/** Former outbreaks must not make the next look usual: Anscombe residuals, weighed as by Farrington and Noufaily. */
function weightsFor(fit: Fit, weeks: readonly ReferenceWeek[], dispersion: number): number[] {
  const means = meansOf(fit, weeks)
  const leverage = 1 / weeks.length
  const raw = weeks.map(({ count }, i) => {
    const mean = Math.max(means[i] ?? 0, 1e-9)
    const residual =
      (1.5 * (count ** (2 / 3) - mean ** (2 / 3))) /
      (mean ** (1 / 6) * Math.sqrt(dispersion * (1 - leverage)))
    return residual > outlying ? residual ** -2 : 1
  })
  const scale = weeks.length / sumOf(raw)
  return raw.map((weight) => weight * scale)
}

/** A trend is kept when it is no chance (5 %) and not steeper than doubling a year (Farrington et al. 1996, 3.3). */
function withTrend(
  weeks: readonly ReferenceWeek[],
  weights: readonly number[],
  dispersion: number,
): Fit | null {
  const years = new Set(weeks.map(({ age }) => age).filter((age) => age > 0))
  if (years.size < trendYears) return null
  const fit = fitTrend(weeks, weights)
  if (!fit) return null
  // The variance at an age is a parabola of the age; its steepness is the variance of the slope.
  const deviation = Math.sqrt((fit.variance(1) + fit.variance(-1)) / 2 - fit.variance(0))
  const steady = Math.abs(fit.slope) / (deviation * Math.sqrt(dispersion)) > 1.96
  return steady && Math.abs(fit.slope) <= steepest ? fit : null
}

/**
 * What a week should bring by the same weeks of former years: a quasi-Poisson regression with how much is reported at
 * all as its measure, a trend from three years on, former outbreaks weighed down, and a negative binomial bound that
 * counts in how uncertain the mean is.
 *
 * Farrington, Andrews, Beale, Catchpole: A statistical algorithm for the early detection of outbreaks of infectious
 * disease, J. R. Statist. Soc. A 159 (1996) 547–563; with the weights and the negative binomial bound of Noufaily et
 * al., Statistics in Medicine 32 (2013) 1206–1222. Ours: exposure, the shrunk dispersion and the half matter.
 * @param exposure all matters of the county a week, now
 * @param tail share of quiet weeks that may lie above the bound (rule `analysis.spikeTail`)
 */
export function expect(
  weeks: readonly ReferenceWeek[],
  exposure: number,
  tail: number,
): Expectation {
  const equal = weeks.map(() => 1)
  const first = fitLevel(weeks, equal)
  const weights = weightsFor(first, weeks, dispersionOf(first, weeks, equal))
  const level = fitLevel(weeks, weights)
  const dispersion = dispersionOf(level, weeks, weights)
  const fit = withTrend(weeks, weights, dispersion) ?? level
  const spread = fit === level ? dispersion : dispersionOf(fit, weeks, weights)
  // A trend leads no further than the highest week that was ever seen.
  const most = Math.max(...weeks.map((week) => week.count / week.exposure))
  const rate = Math.exp(fit.level)
  const mean = exposure * (fit === level ? rate : Math.min(rate, most))
  // Of the coming count: its own variance and that of the estimated mean.
  const variance = spread * mean + mean ** 2 * spread * fit.variance(0)
  return {
    mean,
    low: countQuantile(lowTail, mean, variance),
    high: countQuantile(1 - tail, mean, variance),
    dispersion: spread,
  }
}
