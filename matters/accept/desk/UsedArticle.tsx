import { Button } from '#foundation/desk/parts/Button.tsx'
import { fill } from '#foundation/languages.ts'
import { useAcceptWords } from './accept-words.ts'
import type { UsedArticle as Article } from './intake/intake.ts'
import './intake/intake.css'

type UsedArticleProps = {
  article: Article
  /** Why it may not be used: it expired a moment ago. */
  trouble: string | null
  onLetGo: () => void
}

/** The article of the knowledge base an answer is taken from: it goes into the record, unless it is let go. */
export function UsedArticle({ article, trouble, onLetGo }: UsedArticleProps) {
  const words = useAcceptWords().desk.acts.answer
  return (
    <div className="intake-same">
      <p>
        {fill(words.article, article)}
        {trouble ? <strong role="alert"> {trouble}</strong> : null}
      </p>
      <Button onPress={onLetGo}>{words.letGo}</Button>
    </div>
  )
}
