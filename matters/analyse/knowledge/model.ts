import { type Static, Type } from 'typebox'
import { Id } from '#matters/matter/model.ts'

const Maybe = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const Day = Type.String({ format: 'date' })
export const CategoryCode = Type.String({ minLength: 1, maxLength: 40 })

/** Longest texts of an article, in UTF-16 units; a reply may be as long as an answer. */
export const articleLimits = {
  title: 100,
  question: 100,
  questions: 20,
  answer: 5000,
  citation: 500,
} as const

/** What an article says: one question people ask, other words for it, the answer and what it rests on. */
export const articleText = {
  title: Type.String({ minLength: 2, maxLength: articleLimits.title }),
  questions: Type.Array(Type.String({ minLength: 2, maxLength: articleLimits.question }), {
    maxItems: articleLimits.questions,
    description: 'how people ask it',
  }),
  answer: Type.String({ minLength: 5, maxLength: articleLimits.answer }),
  category: Maybe(CategoryCode),
  citation: Type.String({
    minLength: 2,
    maxLength: articleLimits.citation,
    description: 'law, notice or rule it rests on',
  }),
}
export const ArticleText = Type.Object(articleText)
export type ArticleText = Readonly<Static<typeof ArticleText>>

/** One edition of an article 知识; it holds from `validFrom` up to, not on, `validTo`. */
export const Article = Type.Object({
  id: Id,
  edition: Type.Integer({ minimum: 1 }),
  ...articleText,
  validFrom: Day,
  validTo: Maybe(Day),
})
export type Article = Readonly<Static<typeof Article>>

/** An article that fits what somebody said, with the pieces that matched. */
export const FoundArticle = Type.Object({
  ...Article.properties,
  /** Between 0 and 1; comparable only within one answer. */
  score: Type.Number({ minimum: 0, maximum: 1 }),
  because: Type.Array(Type.String()),
})
export type FoundArticle = Static<typeof FoundArticle>

/** Which articles are looked through; `unused` and `expiring` by the county's rules. */
export const articleViews = ['valid', 'expiring', 'expired', 'unused', 'coming'] as const
export type ArticleView = (typeof articleViews)[number]
export const ArticleViewWord = Type.Unsafe<ArticleView>(Type.String({ enum: [...articleViews] }))

/** An edition as those who keep the knowledge base see it. */
export const KeptArticle = Type.Object({
  ...Article.properties,
  publishedAt: Type.String({ format: 'date-time' }),
  endedWhy: Type.String(),
  /** How often any edition of the article was used, and when last; no matter is named. */
  uses: Type.Integer({ minimum: 0 }),
  lastUsedAt: Maybe(Type.String({ format: 'date-time' })),
})
export type KeptArticle = Static<typeof KeptArticle>
