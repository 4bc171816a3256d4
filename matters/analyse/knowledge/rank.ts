import { searchVectorText } from '#foundation/bigrams.ts'
import { sharedWords } from '../similarity.ts'
import type { Article, FoundArticle } from './model.ts'

/** Below this an article answers something else. */
const leastScore = 0.2
const comparedCharacters = 600
/** Two letters or characters in common say nothing: nearly every two texts share as much. */
const fewestShared = 2

/**
 * Words of asking, which stand in every question and tell none apart; pairs of characters and whole words, as the
 * search index cuts them.
 */
const asking: ReadonlySet<string> = new Set(
  searchVectorText(
    `请问 您好 你好 我想问 想问一下 问一下 怎么 怎么办 怎样 如何 什么 什么时候 哪里 在哪里 多少 可以 能不能 需要 咨询 我们 谢谢
    what where when which how can could should please would the and for you are does need want with from`,
  ).split(' '),
)

function tokensOf(text: string): Set<string> {
  const tokens = searchVectorText(text.slice(0, comparedCharacters)).split(' ')
  return new Set(tokens.filter((token) => token.length > 1 && !asking.has(token)))
}

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string> | undefined) =>
  [...a].filter((token) => b?.has(token))

/** Tokens that few of these articles hold say more: the usual inverse document frequency, over the candidates. */
function weightsOf(candidates: readonly ReadonlySet<string>[]): (token: string) => number {
  const holders = new Map<string, number>()
  for (const tokens of candidates)
    for (const token of tokens) holders.set(token, (holders.get(token) ?? 0) + 1)
  const all = candidates.length
  return (token) => Math.log(1 + all / (1 + (holders.get(token) ?? 0)))
}

function weightOf(tokens: Iterable<string>, weight: (token: string) => number): number {
  let sum = 0
  for (const token of tokens) sum += weight(token)
  return sum
}

/**
 * The articles that answer these words, best first. An article is as good as the best of its forms of asking: the
 * geometric mean of how much of the form was said and how much of what was said the form holds; the answer itself
 * counts a fourth. Shown to a person, nothing is answered by it.
 * @param most how many at most
 */
export function rankArticles<A extends Article>(
  words: string,
  articles: readonly A[],
  most: number,
): (A & Pick<FoundArticle, 'score' | 'because'>)[] {
  const said = tokensOf(words)
  if (said.size === 0) return []
  const whole = articles.map(({ title, questions, answer }) =>
    tokensOf([title, ...questions, answer].join(' ')),
  )
  const weight = weightsOf(whole)
  const saidWeight = weightOf(said, weight)
  const found = articles.map((article, at) => {
    const forms = [article.title, ...article.questions].map(tokensOf)
    const likeness = forms.map((form) => {
      const common = inBoth(said, form)
      if (common.length < Math.min(fewestShared, form.size, said.size)) return 0
      const both = weightOf(common, weight)
      return both / Math.sqrt(saidWeight * (weightOf(form, weight) || 1))
    })
    const answered = weightOf(inBoth(said, whole[at]), weight) / saidWeight
    const score = 0.75 * Math.max(0, ...likeness) + 0.25 * answered
    return { article, score: Number(Math.min(1, score).toFixed(3)) }
  })
  return found
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, most)
    .map(({ article, score }) => ({
      ...article,
      score,
      because: sharedWords(
        words,
        [article.title, ...article.questions, article.answer].join('\n'),
      ).filter((piece) => tokensOf(piece).size > 0),
    }))
}
