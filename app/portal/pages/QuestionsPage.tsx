import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useFrame } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Pager } from '#foundation/portal/Pager.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { words as allWords } from '../../words.ts'

export type QuestionsProps = {
  /** What was looked for; empty for all questions. */
  readonly words: string
  readonly rows: readonly RowView[]
  /** Address of the next page, keyset. */
  readonly next: string | null
}

/** What is often asked, with answers that have a source: search, then a list; each with a permanent address. */
export function QuestionsPage({ words: sought, rows, next }: QuestionsProps) {
  const { language } = useFrame()
  const words = allWords[language].knowledge.portal
  const none = sought === '' ? words.empty : words.none
  return (
    <Page title={words.title} lead={words.lead}>
      <search>
        <Form action="/questions" method="get">
          <TextField
            name="words"
            label={words.words}
            hint={words.wordsHint}
            type="search"
            value={sought}
            maxLength={200}
            required
          />
          <Actions>
            <Submit label={words.search} />
          </Actions>
        </Form>
      </search>
      {sought === '' ? null : (
        <p role="status">
          {rows.length > 0 ? fill(words.found, { count: rows.length }) : null}{' '}
          <a href="/questions">{words.all}</a>
        </p>
      )}
      {rows.length > 0 ? <Rows rows={rows} /> : null}
      <Pager older={next} />
      {rows.length > 0 ? (
        <p>
          {words.more} <a href="/report">{words.ask}</a>
        </p>
      ) : (
        <Empty sentence={none}>
          <p>
            <a href="/report">{words.ask}</a>
          </p>
        </Empty>
      )}
    </Page>
  )
}
