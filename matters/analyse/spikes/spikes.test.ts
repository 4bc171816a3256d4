import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, detect, narrowest } from './detect.ts'
import { countQuantile } from './distribution.ts'
import { expect, type ReferenceWeek } from './expect.ts'
import { randomCount, randomFrom } from './random.ts'
import { quietHistory, replay } from './replay.ts'
import { referenceFor, weekBefore } from './series.ts'

const rules = { tail: 0.001, least: 5 }

test('quantiles of Poisson and of the negative binomial, against printed tables', () => {
  // P(X ≤ 9 | 4) = .9919, P(X ≤ 10 | 4) = .9972 (Poisson table); nbinom(4, .5).ppf(.99) = 13 (SciPy 1).
  assert.equal(countQuantile(0.99, 4, 4), 9)
  assert.equal(countQuantile(0.995, 4, 4), 10)
  assert.equal(countQuantile(0.99, 4, 8), 13)
  assert.equal(countQuantile(0.999, 0, 0), 0)
  // Beyond 500 by the normal: 1000 + 2.326 √1000.
  assert.ok(Math.abs(countQuantile(0.99, 1000, 1000) - 1074) <= 1)
})

const season = (counts: readonly number[][]): ReferenceWeek[] =>
  counts.flatMap((weeks, at) => weeks.map((count) => ({ count, exposure: 100, age: at + 1 })))

test('what the season explains is expected; the bound grows with how uncertain the mean is', () => {
  const year = [30, 40, 50, 40, 30, 50, 40]
  const one = expect(season([year]), 100, 0.001)
  const five = expect(season(Array(5).fill(year)), 100, 0.001)
  assert.ok(Math.abs(five.mean - 40) < 0.5 && Math.abs(one.mean - 40) < 0.5)
  assert.ok(one.high > five.high && five.high > 60 && five.high < 70, `${one.high} ${five.high}`)
  assert.ok(five.low > 25 && five.low < 35)
})

test('twice as much reported of everything is twice as much expected', () => {
  const weeks = season(Array(3).fill([4, 4, 4, 4, 4, 4, 4]))
  assert.ok(Math.abs(expect(weeks, 200, 0.001).mean - 8) < 0.3)
})

test('a former outbreak does not make the next one look usual', () => {
  const quiet = expect(season(Array(3).fill([3, 4, 5, 4, 3, 5, 4])), 100, 0.001)
  const once = expect(
    season([
      [3, 4, 40, 4, 3, 5, 4],
      [3, 4, 5, 4, 3, 5, 4],
      [3, 4, 5, 4, 3, 5, 4],
    ]),
    100,
    0.001,
  )
  assert.ok(once.mean < 6 && once.high < quiet.high * 2, `${once.mean} ${once.high}`)
})

test('a steady trend of three years or more is followed, of two not', () => {
  const growing = [[16], [12], [9], [7]].map(([count = 0]) => Array(7).fill(count))
  const mean = (years: number) => expect(season(growing.slice(0, years)), 100, 0.001).mean
  // Followed as far as the highest week that was seen.
  assert.ok(Math.abs(mean(4) - 16) < 0.1, `${mean(4)}`)
  assert.ok(Math.abs(mean(2) - 14) < 0.3, `${mean(2)}`)
})

test('a kind that never occurred is rare, not impossible', () => {
  const { mean, high } = expect(season(Array(2).fill([0, 0, 0, 0, 0, 0, 0])), 100, 0.001)
  assert.ok(mean > 0 && mean < 0.1 && high >= 1 && high < 5)
})

const everyWeek = (from: number, to: number, count: (week: number) => number) =>
  new Map(Array.from({ length: to - from + 1 }, (_, at) => [from + at, count(from + at)]))

test('which history is used, and what is said where there is too little', () => {
  const years = (weeks: number) =>
    referenceFor(
      everyWeek(0, weeks, () => 50),
      0,
    ).basis
  assert.deepEqual(years(3), { by: 'nothing' })
  assert.deepEqual(years(20), { by: 'recent', weeks: 8 })
  assert.deepEqual(years(60), { by: 'season', years: 1 })
  assert.deepEqual(years(300), { by: 'season', years: 5 })
  assert.equal(weekBefore(0, 5), 261)
})

test('a spike is found, in its season as beside it; a returning season is none', () => {
  const total = everyWeek(0, 320, () => 200)
  // Every summer twenty a week, else two.
  const wave = (week: number) => (Math.abs((week % 52.1775) - 26) < 6 ? 20 : 2)
  const flood = { category: 'flood', division: 'a', weeks: everyWeek(0, 320, wave) }
  const summer = Array.from({ length: 10 }, (_, at) => at + 22)
  for (const week of summer)
    assert.deepEqual(detect([flood], total, week, rules).alarms, [], `week ${week}`)
  const burst: Cell = { ...flood, weeks: new Map([...flood.weeks, [0, 14]]) }
  const [alarm] = detect([burst], total, 0, rules).alarms
  assert.equal(alarm?.count, 14)
  assert.ok(alarm.high < 14 && alarm.mean < 3)
})

test('fewer than the rule asks for are no spike, and without history nothing is judged', () => {
  const total = everyWeek(0, 120, () => 100)
  const rare = { category: 'x', division: null, weeks: new Map([[0, 4]]) }
  assert.deepEqual(detect([rare], total, 0, rules).alarms, [])
  assert.equal(detect([rare], total, 0, { ...rules, least: 3 }).alarms.length, 1)
  const young = detect(
    [rare],
    everyWeek(0, 5, () => 100),
    0,
    rules,
  )
  assert.deepEqual([young.basis.by, young.judged], ['nothing', 0])
})

test('of alarms that say the same, the one that says where', () => {
  const alarm = (category: string, division: string | null, count: number) => ({
    ...{ category, division, count, week: 0, mean: 1, low: 0, high: 3, dispersion: 1 },
  })
  const all = [
    alarm('0101', 'a', 9),
    alarm('0101', null, 10),
    alarm('01', 'a', 9),
    alarm('01', null, 30),
  ]
  const above = (category: string) => (category === '0101' ? ['01'] : [])
  assert.deepEqual(
    narrowest(all, above).map(({ category, division }) => [category, division]),
    [
      ['0101', 'a'],
      ['01', null],
    ],
  )
})

test('drawn numbers have the mean and variance asked for, the same for the same seed', () => {
  const random = randomFrom(7)
  const drawn = Array.from({ length: 20_000 }, () => randomCount(random, 6, 1.5))
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length
  assert.ok(
    Math.abs(mean - 6) < 0.1 && Math.abs(variance / mean - 1.5) < 0.1,
    `${mean} ${variance}`,
  )
  const [a, b] = [randomFrom(3), randomFrom(3)]
  assert.equal(randomCount(a, 5, 2), randomCount(b, 5, 2))
})

test('false alarms in a quiet history stay below the rule, with one to five years', () => {
  const random = randomFrom(20_260_301)
  const wave = (week: number) => 1 + Math.cos((2 * Math.PI * week) / 52.1775)
  const cells: Cell[] = Array.from({ length: 120 }, (_, at) => {
    const level = 0.2 * 1.05 ** at
    const weeks = everyWeek(0, 290, (week) => randomCount(random, level * wave(week), 1.2))
    return { category: `${at}`, division: 'a', weeks }
  })
  for (const history of [75, 130, 290]) {
    const known = everyWeek(0, history, () => 2000)
    const cut = cells.map((cell) => ({
      ...cell,
      weeks: new Map([...cell.weeks].filter(([week]) => week <= history)),
    }))
    const { judged, alarms } = replay(cut, known, { first: 20, last: 0 }, rules)
    assert.equal(judged, 120 * 21)
    assert.ok(alarms.length / judged < 0.003, `${history}: ${alarms.length} of ${judged}`)
  }
})

test('a quiet history made of a restless one keeps its seasons and loses its bursts', () => {
  const total = everyWeek(0, 290, () => 500)
  const weeks = everyWeek(0, 290, (week) => (week === 3 ? 90 : 6))
  const quiet = quietHistory([{ category: 'x', division: null, weeks }], total, randomFrom(1))
  const [cell] = quiet.cells
  assert.ok((cell?.weeks.get(3) ?? 0) < 40)
  assert.deepEqual(replay(quiet.cells, total, { first: 8, last: 0 }, rules).alarms, [])
})
