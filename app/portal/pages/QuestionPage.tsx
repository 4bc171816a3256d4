import { type Fact, Facts, Section } from '#foundation/portal/Facts.tsx'
import { useFrame } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { words as allWords } from '../../words.ts'

export type QuestionProps = {
  readonly title: string
  /** Paragraphs, in the language the county wrote them in. */
  readonly answer: readonly string[]
  /** Source, validity, category. */
  readonly facts: readonly Fact[]
}

/** One question and its answer, with what it rests on and how long it holds. */
export function QuestionPage({ title, answer, facts }: QuestionProps) {
  const { language } = useFrame()
  const words = allWords[language].knowledge.portal
  return (
    <Page title={title}>
      <Section heading={words.answerHeading}>
        <div lang="zh-CN">
          {answer.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Section>
      <Facts facts={facts} />
      <p>
        {words.more} <a href="/report">{words.ask}</a>
      </p>
      <p>
        <a href="/questions">{words.back}</a>
      </p>
    </Page>
  )
}
