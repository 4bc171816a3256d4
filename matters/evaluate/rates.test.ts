import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indicators, marks, outReasons } from './model.ts'
import { ratesFrom, type Tally, whyNotPeriod, withoutFew } from './rates.ts'

const beside = { due: 0, closedAgainst: 0, withoutClock: 0 }

test('trap 17: no answer is neither satisfied nor unsatisfied', () => {
  const { solution, satisfaction } = ratesFrom(
    [
      { indicator: 'solution', out: null, mark: 'good', count: 3 },
      { indicator: 'solution', out: null, mark: 'bad', count: 1 },
      { indicator: 'solution', out: null, mark: 'noAnswer', count: 5 },
    ],
    beside,
  )
  assert.deepEqual(
    [solution.numerator, solution.denominator, solution.value, solution.noAnswer],
    [3, 4, 0.75, 5],
  )
  assert.deepEqual([satisfaction.denominator, satisfaction.value], [0, null])
})

test('response asks for real contact: a try that reached nobody is in the denominator', () => {
  const { response } = ratesFrom(
    [
      { indicator: 'response', out: null, mark: 'good', count: 2 },
      { indicator: 'response', out: null, mark: 'tried', count: 1 },
      { indicator: 'response', out: null, mark: 'open', count: 4 },
      { indicator: 'response', out: 'suspended', mark: 'bad', count: 6 },
    ],
    beside,
  )
  assert.deepEqual(
    [response.numerator, response.denominator, response.noAnswer, response.open],
    [2, 3, 1, 4],
  )
  assert.deepEqual(response.excluded, [{ reason: 'suspended', count: 6 }])
})

test('every due matter is accounted for once, and a rate lies between 0 and 1', () => {
  const anyTally: fc.Arbitrary<Tally> = fc.record({
    indicator: fc.constantFrom(...indicators),
    out: fc.constantFrom(null, null, ...outReasons, 'duplicate'),
    mark: fc.constantFrom(...marks),
    count: fc.nat(50),
  })
  fc.assert(
    fc.property(fc.array(anyTally), (tallies) => {
      const rates = ratesFrom(tallies, beside)
      for (const indicator of indicators) {
        const rate = rates[indicator]
        const own = tallies.filter((tally) => tally.indicator === indicator)
        const all = own.reduce((total, { count }) => total + count, 0)
        const tried = own.reduce(
          (total, { out, mark, count }) =>
            out === null && mark === 'tried' ? total + count : total,
          0,
        )
        const left = rate.excluded.reduce((total, { count }) => total + count, 0)
        assert.equal((rate.denominator ?? 0) + rate.noAnswer - tried + rate.open + left, all)
        assert.ok(rate.value === null || (rate.value >= 0 && rate.value <= 1))
      }
    }),
  )
})

test('answers of residents are shown from the minimum on; response stays', () => {
  const tallies: Tally[] = indicators.map((indicator) => ({
    indicator,
    out: null,
    mark: 'good',
    count: 9,
  }))
  const few = withoutFew(ratesFrom(tallies, beside), 10)
  assert.deepEqual(
    [few.solution.tooFew, few.solution.value, few.solution.numerator, few.solution.denominator],
    [true, null, null, null],
  )
  assert.deepEqual([few.response.tooFew, few.response.value], [false, 1])
  assert.equal(withoutFew(ratesFrom(tallies, beside), 9).satisfaction.value, 1)
})

test('a period is two days of the calendar, a year apart at most', () => {
  assert.equal(whyNotPeriod('2026-03-01', '2026-03-31'), null)
  assert.equal(whyNotPeriod('2024-01-01', '2024-12-31'), null)
  assert.equal(whyNotPeriod('2026-03-02', '2026-03-01')?.key, 'evaluate.periodBackwards')
  assert.equal(whyNotPeriod('2025-01-01', '2026-01-02')?.key, 'evaluate.periodTooLong')
  assert.equal(whyNotPeriod('2026-02-30', '2026-03-01')?.field, 'from')
  assert.equal(whyNotPeriod('1899-12-31', '1900-01-01')?.field, 'from')
  assert.equal(whyNotPeriod('2200-12-31', '2201-01-01')?.field, 'to')
})
