import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../tests/store.ts'
import { searchQueryText, searchVector, searchVectorText } from '../bigrams.ts'

const store = await testDatabase()
after(() => store.close())

/** Which of the texts PostgreSQL finds for a query: read by its own parser, or cast as they are. */
async function found(texts: readonly string[], query: string | null): Promise<boolean[]> {
  const rows = await store.database.shared((sql) =>
    sql.many<{ parsed: boolean; cast: boolean }>(
      {
        text: `select to_tsvector('simple', t) @@ to_tsquery('simple', $3) as parsed,
                 v::tsvector @@ $3::tsquery as cast
               from unnest($1::text[], $2::text[]) with ordinality u(t, v, n) order by n`,
      },
      [texts.map(searchVectorText), texts.map((text) => searchVector([['B', text]])), query],
    ),
  )
  return rows.map(({ parsed, cast }) => {
    assert.equal(parsed, cast)
    return cast
  })
}

const texts = [
  '幸福里3号楼前路灯不亮',
  '路边的灯，不亮',
  '村口WiFi信号差',
  '事项 990101-2026-000123',
  '灯',
]

test('PostgreSQL finds phrases as people mean them', async () => {
  const hits = async (query: string) =>
    (await found(texts, searchQueryText(query))).flatMap((hit, i) => (hit ? [i] : []))
  assert.deepEqual(await hits('路灯'), [0])
  assert.deepEqual(await hits('路灯不亮'), [0])
  assert.deepEqual(await hits('不亮 灯'), [0, 1])
  assert.deepEqual(await hits('灯'), [0, 1, 4])
  assert.deepEqual(await hits('亮'), [0, 1])
  assert.deepEqual(await hits('３号楼'), [0])
  assert.deepEqual(await hits('里3号'), [0])
  assert.deepEqual(await hits('wifi信号'), [2])
  assert.deepEqual(await hits('990101-2026-000123'), [3])
  assert.deepEqual(await hits('灯路'), [])
})

// Characters from every corner, and those that search queries are written with.
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'路灯不亮了𠮷〇々'),
    fc.constantFrom(...'aZ09eE.x\'"\\&|!()<>:*-_ \t\n'),
    fc.constantFrom(
      'ß',
      'İ',
      'é',
      'e\u0301',
      'ก็',
      'नि',
      'ﷺ',
      '½',
      '²',
      'Ⅷ',
      '㎡',
      'ﾊﾟ',
      '한',
      '🚧',
      '\ud800',
    ),
  ),
  maxLength: 40,
})

test('any input is a valid query, and what was copied from a text finds it', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.nat(40), fc.nat(12), async (text, from, length) => {
      const clean = text.toWellFormed()
      const [whole] = await found([clean], searchQueryText(clean))
      assert.ok(whole || searchQueryText(clean) === null)
      // A piece of Chinese text, wherever it is cut, is found; a piece of a word is not promised.
      const piece = /\p{Script=Han}+/v.exec(clean.slice(from, from + length).toWellFormed())?.[0]
      if (piece) assert.deepEqual(await found([clean], searchQueryText(piece)), [true])
    }),
    { numRuns: 400 },
  )
})

test('the longest text is stored without complaint', async () => {
  const every = Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')
  const words = Array.from({ length: 20_000 }, (_, i) => `${i}`.padStart(64, 'ж')).join(' ')
  assert.deepEqual(await found([every, words], searchQueryText('丁')), [true, false])
})
