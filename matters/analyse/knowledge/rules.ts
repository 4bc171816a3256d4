import { findPersonalData } from '#foundation/personal-data.ts'
import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Actor } from '#people/model.ts'
import type { Article, ArticleText } from './model.ts'

/**
 * Who keeps the knowledge base: the posts of the county's rule, and the house itself (imports, the demo). What
 * everybody is told in the county's name is not everybody's to publish (GB/T 44191-2024: somebody answers for each
 * article).
 * @param publishers rule `list.articlePublishers`: kinds of posts
 */
export function whyNotPublish(by: Actor, publishers: readonly string[]): Refusal | null {
  if (by.kind === 'system' || by.posts.some(({ kind }) => publishers.includes(kind))) return null
  return refuse('knowledge.notYours', 'forbidden')
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** The text as it is kept: no blanks around, no question twice, none that only repeats the title. */
export function tidied(text: ArticleText): ArticleText {
  const [title = '', ...questions] = [text.title, ...text.questions].map(inOneLine)
  return {
    ...text,
    title,
    questions: [...new Set(questions)].filter((question) => question !== '' && question !== title),
    answer: text.answer.trim(),
    citation: text.citation.trim(),
  }
}

/**
 * Why a text cannot be published: every part must say something, and since everybody reads it, nothing in it may
 * identify a person. An office's landline may stand there.
 */
export function whyNotArticle(text: ArticleText): Refusal | null {
  for (const field of ['title', 'answer', 'citation'] as const) {
    if (letters(text[field]) < 2)
      return refuse('knowledge.textEmpty', 'invalid', { field, values: { field } })
  }
  for (const field of ['title', 'answer'] as const) {
    if (namesPerson(text[field])) return refuse('knowledge.namesPerson', 'invalid', { field })
  }
  return text.questions.some(namesPerson)
    ? refuse('knowledge.namesPerson', 'invalid', { field: 'questions' })
    : null
}

const namesPerson = (text: string) => findPersonalData(text).some(({ kind }) => kind !== 'landline')

/** Why an article may not hold from one day up to another: nothing is published into the past, nor for no day. */
export function whyNotDays(from: string, until: string | null, today: string): Refusal | null {
  if (from < today)
    return refuse('knowledge.fromPast', 'invalid', { field: 'from', values: { day: today } })
  if (until !== null && until <= from)
    return refuse('knowledge.endsFirst', 'invalid', { field: 'until' })
  return null
}

/**
 * Why the next edition of an article may not begin on a day: what was published is never rewritten, so it begins when
 * the newest one has begun, or on the same day.
 */
export function whyNotEdition(newest: Article, from: string): Refusal | null {
  return from < newest.validFrom
    ? refuse('knowledge.laterEdition', 'conflict', {
        field: 'from',
        values: { day: newest.validFrom, edition: newest.edition },
      })
    : null
}

/** True when the edition holds on that day. */
export function isValidOn(
  { validFrom, validTo }: Pick<Article, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}
