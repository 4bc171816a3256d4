import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { Id } from '#matters/matter/model.ts'
import { Article, ArticleViewWord, articleText, Day, FoundArticle, KeptArticle } from './model.ts'

const strict = { additionalProperties: false }
const County = Type.Integer({ minimum: 1, maximum: 999_999_999 })
const words = Type.String({ minLength: 1, maxLength: 5000 })
const after = Type.Optional(Type.String({ maxLength: 300 }))
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }))
const Next = Type.Union([Type.String(), Type.Null()], {
  description: 'Hand it back as `after` for the next rows; null at the end.',
})

export const findArticles = query({
  name: 'analyse.findArticles',
  path: '/counties/:county/articles',
  audience: 'public',
  input: Type.Object(
    {
      county: County,
      words: Type.Optional(Type.String({ maxLength: 200 })),
      after,
      limit,
    },
    strict,
  ),
  output: Type.Object({ articles: Type.Array(FoundArticle), next: Next }),
  summary:
    'Valid articles of the knowledge base: those that fit the words, best first; without words all of them, by title.',
})

export const readArticle = query({
  name: 'analyse.readArticle',
  path: '/counties/:county/articles/:article',
  audience: 'public',
  input: Type.Object({ county: County, article: Id }, strict),
  output: Article,
  summary: 'The edition of an article that is valid today.',
})

export const matchArticles = query({
  name: 'analyse.matchArticles',
  path: '/articles/matching',
  audience: 'officer',
  input: Type.Object({ words }, strict),
  output: Type.Array(FoundArticle),
  summary: 'Valid articles that answer what somebody says, with the pieces that matched.',
})

export const articlesTo = query({
  name: 'analyse.articlesTo',
  path: '/matters/:matter/articles',
  audience: 'officer',
  input: Type.Object({ matter: Id }, strict),
  output: Type.Array(FoundArticle),
  summary: 'Valid articles that answer this matter, with the pieces that matched.',
})

export const listArticles = query({
  name: 'analyse.listArticles',
  path: '/articles',
  audience: 'officer',
  input: Type.Object(
    {
      view: Type.Optional(ArticleViewWord),
      words: Type.Optional(Type.String({ maxLength: 100 })),
      after,
      limit,
    },
    strict,
  ),
  output: Type.Object({
    articles: Type.Array(KeptArticle),
    counts: Type.Object(
      {
        valid: Type.Integer(),
        expiring: Type.Integer(),
        expired: Type.Integer(),
        unused: Type.Integer(),
        coming: Type.Integer(),
      },
      { description: 'how many each view holds' },
    ),
    /** The asker may publish and withdraw (rule `list.articlePublishers`). */
    mayPublish: Type.Boolean(),
    next: Next,
  }),
  summary:
    'The knowledge base as it is kept: valid, expiring soon, expired, not used for long, coming.',
})

export const listEditions = query({
  name: 'analyse.listEditions',
  path: '/articles/:article/editions',
  audience: 'officer',
  input: Type.Object({ article: Id }, strict),
  output: Type.Array(KeptArticle),
  summary: 'Every edition of an article, the newest first.',
})

export const publishArticle = command({
  name: 'analyse.publishArticle',
  path: '/articles',
  audience: 'officer',
  input: Type.Object(
    {
      actId: Id,
      article: Type.Optional(Id),
      ...articleText,
      from: Type.Optional(Day),
      until: Type.Optional(Day),
    },
    strict,
  ),
  output: Type.Object({ article: Id, edition: Type.Integer(), validFrom: Day }),
  summary:
    'Publish an article, or the next edition of one: the edition before ends on the day the new one begins.',
})

export const withdrawArticle = command({
  name: 'analyse.withdrawArticle',
  path: '/articles/:article/withdraw',
  audience: 'officer',
  input: Type.Object(
    {
      article: Id,
      on: Type.Optional(Day),
      reason: Type.String({ minLength: 2, maxLength: 500 }),
    },
    strict,
  ),
  output: Type.Object({ article: Id, edition: Type.Integer(), validTo: Day }),
  summary: 'End an article on a day; matters answered with it keep it.',
})
