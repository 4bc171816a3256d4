import type { Moment } from '#people/server/moment.ts'
import { judgeAnswer } from '../../reply/judge-answer.ts'
import type { PastAnswer } from '../../retrieve/contract.ts'
import { rankAnswers, shareFound } from '../../retrieve/score.ts'
import type { Statistics } from '../../retrieve/statistics.ts'
import { describe } from '../../retrieve/terms.ts'
import { anyTokenQuery, sharedWords } from '../../similarity.ts'
import { type AnsweredRow, type AskedRow, answersLike } from '../store-answers.ts'
import type { Answers } from './answers.ts'
import { answerOf, placesOf } from './word-counts.ts'

const mostShown = 5
/** The title says what it is about; of the words the beginning does. */
const wordsAsked = 300
/** What shares less of the question than this only happens to use the same words; of one category less will do. */
const leastShare = 0.15
const leastShareAlike = 0.03

/**
 * Answers given to like questions, best fitting first. Those that say nothing are left out, and so is the same text
 * given twice.
 */
export async function findAnswered(
  asked: AskedRow,
  { sql, by }: Moment,
  statistics: Statistics,
  names: Answers['names'],
): Promise<PastAnswer[]> {
  const question = `${asked.title}\n${asked.words.slice(0, wordsAsked)}`
  const tokens = anyTokenQuery(question)
  if (tokens === null) return []
  const rows = await answersLike(sql, by.county, tokens, asked.id)
  const telling = rows.filter(({ reply, title }) => !judgeAnswer(reply, title).empty)
  const once = [...new Map(telling.map((row) => [row.reply, row])).values()]
  const subject = { described: describe(question), places: placesOf(asked.division) }
  const candidates = once.map((item) => ({ item, answer: answerOf(item) }))
  const fitting = candidates.filter(({ item, answer }) => {
    const alike = item.category !== null && item.category === asked.category
    return shareFound(subject, answer, statistics) >= (alike ? leastShareAlike : leastShare)
  })
  const ranked = rankAnswers(subject, fitting, statistics, mostShown)
  const viewOf = (row: AnsweredRow): PastAnswer => ({
    id: row.id,
    number: row.number,
    title: row.title,
    reply: row.reply,
    answeredAt: row.answeredAt.toISOString(),
    officeName: row.leadOffice && names.officeName(by.county, row.leadOffice, by.language),
    because: sharedWords(question, `${row.title}\n${row.reply}`),
  })
  return ranked.map(({ item }) => viewOf(item))
}
