import { fill } from '#foundation/languages.ts'
import { Actions, Submit } from '#foundation/portal/Form.tsx'
import { useFrame, useTextLanguage, useWords } from '#foundation/portal/frame.ts'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { portalWords } from '../words.ts'
import { MaskedWords, type Piece } from './MaskedWords.tsx'

/** What others will read, and the kinds of personal data that are hidden in it. */
export type PreviewView = {
  readonly title: readonly Piece[]
  readonly words: readonly Piece[]
  readonly hidden: readonly string[]
}

/** What others will read, and the way on: nobody has to look for the button below the whole form. */
export function ReportPreview({
  preview,
  confidential,
}: {
  preview: PreviewView
  confidential: boolean
}) {
  const words = useWords(portalWords).report
  const { language } = useFrame()
  const languageOf = useTextLanguage()
  const { hidden } = preview
  const said = preview.words.map(({ text }) => text).join('')
  return (
    <section className="preview" aria-labelledby="preview">
      <h2 id="preview">{words.previewHeading}</h2>
      {confidential ? <p>{words.previewConfidential}</p> : null}
      <blockquote className="quote" lang={languageOf(said)}>
        <strong>
          <MaskedWords pieces={preview.title} />
        </strong>
        <br />
        <MaskedWords pieces={preview.words} />
      </blockquote>
      <p className="hint">
        {hidden.length === 0
          ? words.nothingMasked
          : fill(words.masked, { kinds: hidden.join(language === 'en' ? ', ' : '、') })}
      </p>
      <Actions>
        <Submit label={words.sendSo} name="step" value="send" />
      </Actions>
    </section>
  )
}

type SimilarMattersProps = {
  readonly rows: readonly RowView[]
  /** The report was held back for them, and goes on when its writer says so. */
  readonly held: boolean
}

/** Published matters that may be the same, before anything is sent. */
export function SimilarMatters({ rows, held }: SimilarMattersProps) {
  const words = useWords(portalWords).report
  if (rows.length === 0) return null
  return (
    <section className="preview" aria-labelledby="similar">
      <h2 id="similar">{words.similarHeading}</h2>
      {held ? <p>{words.similarHeld}</p> : null}
      <p>{fill(words.similarLead, { count: rows.length })}</p>
      <Rows rows={rows} />
      {held ? null : <p>{words.similarFollow}</p>}
      {held ? (
        <Actions>
          <Submit label={words.sendAnother} kind="other" name="step" value="send" />
        </Actions>
      ) : null}
    </section>
  )
}
