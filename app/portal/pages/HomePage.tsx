import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextArea } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { DeskPhone } from '../parts/DeskPhone.tsx'
import { ReceiptForm } from '../parts/ReceiptForm.tsx'
import { portalWords } from '../words.ts'

export type HomeProps = { readonly solved: readonly RowView[] }

/** One large question; under it the way to one's own matter, and what was solved near here. */
export function HomePage({ solved }: HomeProps) {
  const words = useWords(portalWords).home
  const { countyName, phone } = useFrame()
  return (
    <Page title={words.title} heading={false} wide>
      <div className="home">
        <div>
          <Form action="/report">
            <TextArea
              name="words"
              label={words.words}
              hint={words.wordsHint}
              size="page"
              required
              rows={4}
              maxLength={5000}
            />
            <Actions>
              <Submit label={words.next} name="step" value="begin" />
            </Actions>
          </Form>
          <p>{fill(words.lead, { county: countyName })}</p>
          {phone.number ? (
            <p>
              <DeskPhone sentence={words.phone} />
            </p>
          ) : null}
        </div>
        <div className="home-margin">
          <Section heading={words.lookUp}>
            <ReceiptForm />
          </Section>
        </div>
        <Section heading={words.solved}>
          {solved.length === 0 ? <Empty sentence={words.solvedEmpty} /> : <Rows rows={solved} />}
          <p>
            <a href="/matters">{words.all}</a>
          </p>
        </Section>
      </div>
    </Page>
  )
}
