import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part, Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { articlesTo } from '../../knowledge/contract.ts'
import type { FoundArticle } from '../../knowledge/model.ts'
import { useArticleAbout } from './article-about.ts'
import { useKnowledgeWords } from './knowledge-words.ts'

type ArticleAdviceProps = {
  matter: MatterView
  /** Opens the form of answering with this article; null where the matter cannot be answered now. */
  onAnswer: ((article: FoundArticle) => void) | null
}

/** Articles of the knowledge base that answer a matter: what matched, what each rests on, and its text. */
export function ArticleAdvice({ matter, onAnswer }: ArticleAdviceProps) {
  const { advice } = useKnowledgeWords()
  const found = useAsk(articlesTo, { matter: matter.id }).data ?? []
  if (found.length === 0) return null
  return (
    <Part heading={advice.title}>
      <ul className="advice">
        {found.map((article) => (
          <ArticleLine key={article.id} article={article} onAnswer={onAnswer} />
        ))}
      </ul>
    </Part>
  )
}

type ArticleLineProps = { article: FoundArticle; onAnswer: ArticleAdviceProps['onAnswer'] }

function ArticleLine({ article, onAnswer }: ArticleLineProps) {
  const { advice } = useKnowledgeWords()
  const about = useArticleAbout()
  const separator = useLanguage() === 'en' ? ', ' : '、'
  const { title, answer, because } = article
  return (
    <li>
      <div>
        <p>{title}</p>
        <p className="hint">{about(article)}</p>
        {because.length > 0 ? (
          <p className="hint">{fill(advice.because, { words: because.join(separator) })}</p>
        ) : null}
        <details>
          <summary>{advice.whole}</summary>
          <Quote>{answer}</Quote>
        </details>
      </div>
      {onAnswer ? (
        <Button label={fill(advice.useOf, { title })} onPress={() => onAnswer(article)}>
          {advice.use}
        </Button>
      ) : null}
    </li>
  )
}
