import Type from 'typebox'
import { rankAnswers } from '#matters/analyse/retrieve/score.ts'
import { learnStatistics } from '#matters/analyse/retrieve/statistics.ts'
import { describe } from '#matters/analyse/retrieve/terms.ts'
import { readAllLines, readLines, writeLines } from './json-lines.ts'
import { type BenchTask, needFile } from './task.ts'

const most = 10

const id = Type.Union([Type.Integer(), Type.String()])
const Asked = Type.Object({ msg_id: id, subject: Type.String() })
const Replied = Type.Object({ msg_id: id, reply: Type.String() })

/**
 * The data has letters for its prefectures and adds a number for their counties: A市, A3区. Named widest first, as the
 * server names the divisions of a matter.
 */
const maskedPlace = /([a-z])(\d*)(?:市|县|区)/gi

function placesOf(text: string): string[] {
  const places = [...text.normalize('NFKC').toLowerCase().matchAll(maskedPlace)].flatMap(
    ([, letter = '', number = '']) => (number ? [letter, `${letter}${number}`] : [letter]),
  )
  return [...new Set(places)]
}

const readText = (text: string) => ({ described: describe(text), places: placesOf(text) })

/**
 * For each subject the replies of --corpus that fit best, at most ten: `{msg_id, ranked}`. Only the subject is asked
 * with: neither the rest of the message nor its user, whose name replies quote. --train gives questions, from which is
 * counted what every question says; which reply is whose is not looked at.
 */
export const run: BenchTask = async (files, say) => {
  const corpus = await readAllLines(needFile(files, 'corpus'), Replied)
  const candidates = corpus.map(({ msg_id, reply }) => ({ item: msg_id, answer: readText(reply) }))
  const asked = files.train === undefined ? [] : await readAllLines(files.train, Asked)
  const statistics = learnStatistics(
    candidates.map(({ answer }) => answer),
    asked.map(({ subject }) => describe(subject)),
  )
  say(`${corpus.length} 条答复 / answers`)
  async function* ranked() {
    for await (const { msg_id, subject } of readLines(files.in, Asked)) {
      const found = rankAnswers(readText(subject), candidates, statistics, most)
      yield { msg_id, ranked: found.map(({ item }) => item) }
    }
  }
  await writeLines(files.out, ranked())
}
