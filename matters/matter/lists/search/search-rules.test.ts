import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf, markHits } from './excerpt.ts'
import { bestFirst } from './rank.ts'
import { readWords } from './read-words.ts'
import { marksOf, marksOfPlaces, nextDays, rankedMost, spanBefore } from './windows.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const said = (text: string, pieces: string[]) =>
  markHits(text, pieces)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('')

test('what is found is set apart as the index finds it', () => {
  assert.equal(said('路灯不亮，路灯！', ['路灯']), '[路灯]不亮，[路灯]！')
  assert.equal(said('Ｗｉ－Ｆｉ 和 WIFI', ['wifi']), 'Ｗｉ－Ｆｉ 和 [WIFI]')
  assert.equal(said('lightning, street lights', ['light']), 'lightning, street [lights]')
  assert.equal(said('13号楼和3号楼', ['3号楼']), '13号楼和[3号楼]')
  assert.equal(said('面积30㎡', ['30m2']), '面积[30㎡]')
  assert.equal(said('路灯杆歪', ['路灯', '灯杆']), '[路灯杆]歪')
  assert.equal(said('𠮷野家', ['野家']), '𠮷[野家]')
  assert.equal(said('a < b', []), 'a < b')
})

test('an excerpt is cut around the place where most of it stands', () => {
  const far = `井盖响。${'很久了'.repeat(60)}，河街的井盖又响，${'吵'.repeat(100)}`
  const { parts, hits } = excerptOf(far, ['井盖', '河街'])
  assert.equal(hits, 3)
  assert.equal(parts[0]?.text, '…')
  assert.deepEqual(
    parts.filter(({ hit }) => hit).map(({ text }) => text),
    ['河街', '井盖'],
  )
  assert.equal(parts.at(-1)?.text, '…')
  assert.ok(parts.map(({ text }) => text).join('').length < 80)
  assert.deepEqual(excerptOf('短', ['长']), { parts: [{ text: '短', hit: false }], hits: 0 })
})

test('excerpts of the longest texts are cut in time', () => {
  const began = performance.now()
  for (const text of ['灯'.repeat(50_000), '灯 '.repeat(25_000), '𠮷'.repeat(25_000)])
    excerptOf(text, ['灯', '灯灯'])
  assert.ok(performance.now() - began < 2000)
})

test('numbers are read whole, without their county, and by their end', () => {
  const read = (text: string) => {
    const { number, tail } = readWords(text, 990101, false)
    return number ?? tail?.like ?? null
  }
  assert.equal(read(' 990101-2026-000123 '), '990101-2026-000123')
  assert.equal(read('２０２６－１２３'), '990101-2026-000123')
  assert.equal(read('2026—000123'), '990101-2026-000123')
  assert.equal(read('000123'), '%000123')
  assert.equal(read('12'), '%0012')
  assert.equal(read('路灯'), null)
  assert.equal(read('13812345678'), null)
  assert.equal(readWords('000123', 990101, false).tail?.mark, "'#990101/0123'")
})

test('the public asks only for parts everybody may read', () => {
  const { queries } = readWords('路灯', 990101, true)
  assert.deepEqual(queries, { all: "'路灯':ABC", words: "'路灯':AB", title: "'路灯':A" })
  assert.equal(readWords('？！', 990101, true).queries, null)
})

test('windows grow with what is wanted, and never cost more than a look may', () => {
  const next = (days: number, looked: number, found: number) =>
    nextDays({ days, looked, found }, rankedMost)
  assert.equal(next(0, 0, 0), 4)
  assert.equal(next(4, 0, 0), 20)
  // Thirty a day are found: the rest of a hundred and twenty stand in a few days.
  assert.equal(next(2, 60, 60), 2)
  // Much is looked at and little of it counts.
  assert.ok((next(10, 3000, 1) ?? 0) <= 10)
  // What is rare is looked for everywhere, once every season was seen.
  assert.equal(next(144, 2, 2), 720)
  assert.equal(next(864, 30, 30), null)
  assert.equal(next(6000, 90_000, 10), 200)
})

test('a span bears the marks of its days, or of its months, or of nothing', () => {
  const to = day('2026-03-03')
  assert.equal(marksOf(990101, spanBefore(to, 2, null)), "'@990101/20260301' | '@990101/20260302'")
  assert.equal(
    marksOf(990101, spanBefore(to, 40, null)),
    "'@990101/202601' | '@990101/202602' | '@990101/202603'",
  )
  assert.equal(marksOf(990101, spanBefore(to, 300, null)), "'@990101/2025' | '@990101/2026'")
  assert.equal(marksOf(990101, spanBefore(to, null, null)), null)
  assert.equal(marksOf(990101, spanBefore(to, 5000, null)), null)
  const earliest = day('2026-03-01')
  assert.deepEqual(spanBefore(to, 40, earliest).from, earliest)
  assert.deepEqual(spanBefore(to, null, earliest).from, earliest)
  assert.equal(marksOfPlaces(990101, ['990101100201']), "'@990101/at/990101100201'")
  assert.equal(marksOfPlaces(990101, []), null)
})

test('part before nearness before newness', () => {
  const now = day('2026-03-03')
  const old = { nearness: 0.9, at: day('2020-01-01') }
  const made = [
    { id: 'reply', part: 1, nearness: 0.99, at: now },
    { id: 'old words', part: 2, ...old },
    { id: 'scattered', part: 2, nearness: 0.2, at: now },
    { id: 'new words', part: 2, nearness: 0.9, at: now },
    { id: 'title', part: 3, nearness: 0.5, at: day('2019-01-01') },
  ] as const
  assert.deepEqual(
    bestFirst(made, now).map(({ id }) => id),
    ['title', 'new words', 'old words', 'scattered', 'reply'],
  )
})
