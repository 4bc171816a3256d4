import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextArea, TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { portalWords } from '../words.ts'

export type HomeProps = { readonly solved: readonly RowView[] }

/** One large question; under it the way to one's own matter, and what was solved near here. */
export function HomePage({ solved }: HomeProps) {
  const words = useWords(portalWords).home
  const { countyName, phone } = useFrame()
  return (
    <Page title={words.title} heading={false} aside={<LookUp />}>
      <Form action="/report">
        <TextArea
          name="words"
          label={words.words}
          hint={words.wordsHint}
          size="large"
          required
          rows={4}
          maxLength={5000}
        />
        <Actions>
          <Submit label={words.next} name="step" value="begin" />
        </Actions>
      </Form>
      <p>{fill(words.lead, { county: countyName })}</p>
      <p>{fill(words.phone, { phone: phone.number })}</p>
      <Section heading={words.solved}>
        {solved.length === 0 ? <Empty sentence={words.solvedEmpty} /> : <Rows rows={solved} />}
        <p>
          <a href="/matters">{words.all}</a>
        </p>
      </Section>
    </Page>
  )
}

function LookUp() {
  const words = useWords(portalWords).home
  return (
    <Section heading={words.lookUp}>
      <ReceiptForm />
    </Section>
  )
}

/** Number and secret open one matter without an account. */
export function ReceiptForm({ number, error }: { number?: string; error?: string }) {
  const words = useWords(portalWords).home
  return (
    <Form action="/receipt" troubles={error ? [{ field: 'number', sentence: error }] : []}>
      <TextField
        name="number"
        label={words.number}
        hint={words.lookUpHint}
        length={20}
        maxLength={30}
        required
        value={number}
        error={error}
      />
      <TextField name="secret" label={words.secret} length={12} maxLength={20} required />
      <Actions>
        <Submit label={words.open} kind="other" />
      </Actions>
    </Form>
  )
}
