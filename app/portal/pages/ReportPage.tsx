import { fill } from '#foundation/languages.ts'
import { CheckboxField } from '#foundation/portal/Choice.tsx'
import {
  FileField,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '#foundation/portal/Field.tsx'
import { Actions, type FieldTrouble, Form, Submit, troubleOf } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Notice } from '#foundation/portal/Notice.tsx'
import { Page } from '#foundation/portal/Page.tsx'
import type { RowView } from '#foundation/portal/Rows.tsx'
import { PhotoShrinker } from '../parts/PhotoShrinker.tsx'
import { PlaceFields, type PlaceGroup, type PlaceValues } from '../parts/PlaceFields.tsx'
import { type PreviewView, ReportPreview, SimilarMatters } from '../parts/ReportPreview.tsx'
import { portalWords } from '../words.ts'

export type ReportValues = PlaceValues & {
  readonly words?: string
  readonly category?: string
  readonly happened?: string
  readonly name?: string
  readonly phone?: string
  readonly confidential?: boolean
  readonly noReply?: boolean
  readonly behalfName?: string
  readonly behalfRelation?: string
  readonly consent?: boolean
}

export type ReportProps = {
  /** Sending the form twice is the same act. */
  readonly actId: string
  readonly values: ReportValues
  readonly troubles: readonly FieldTrouble[]
  readonly places: readonly PlaceGroup[]
  readonly categories: readonly Option[]
  /** Files already stored, by hash. */
  readonly files: readonly string[]
  readonly preview?: PreviewView
  /** Published matters that may be the same. */
  readonly similar: readonly RowView[]
  /** Numbers of those that were shown with these words before: nobody is asked twice. */
  readonly shown: readonly string[]
  /** It was to be sent, and waits for the answer whether it is the same as one of them. */
  readonly held?: boolean
}

/** Words first; everything else may be left out. One scroll, three steps. */
export function ReportPage(props: ReportProps) {
  const words = useWords(portalWords).report
  const { countyName } = useFrame()
  return (
    <Page
      title={words.title}
      lead={words.lead}
      refused={props.troubles.length > 0}
      script="enhance"
    >
      <Notice kind="attention">{words.emergency}</Notice>
      <Form action="/report" files troubles={props.troubles}>
        <input type="hidden" name="actId" value={props.actId} />
        {props.files.map((hash) => (
          <input key={hash} type="hidden" name="file" value={hash} />
        ))}
        {props.shown.map((number) => (
          <input key={number} type="hidden" name="shown" value={number} />
        ))}
        <SimilarMatters rows={props.similar} held={props.held ?? false} />
        {props.preview ? (
          <ReportPreview
            preview={props.preview}
            confidential={props.values.confidential ?? false}
          />
        ) : null}
        <div data-enhance="draft" data-words={JSON.stringify(words.draft)} />
        <What {...props} />
        <Where {...props} />
        <Who {...props} />
        <Actions>
          <Submit label={fill(words.send, { county: countyName })} name="step" value="send" />
          <Submit label={words.preview} kind="other" name="step" value="preview" />
        </Actions>
        <p className="hint">
          {words.privacy} <a href="/about#privacy">{words.privacyLink}</a>
        </p>
      </Form>
    </Page>
  )
}

function What({ values, troubles, categories, files }: ReportProps) {
  const words = useWords(portalWords).report
  return (
    <>
      <TextArea
        name="words"
        label={words.words}
        hint={words.wordsHint}
        size="large"
        required
        rows={7}
        maxLength={5000}
        value={values.words}
        error={troubleOf(troubles, 'words')}
      />
      <FileField
        name="photos"
        label={words.photos}
        hint={files.length > 0 ? fill(words.photosKept, { count: files.length }) : words.photosHint}
        accept="image/*"
        error={troubleOf(troubles, 'photos')}
      />
      <PhotoShrinker />
      <SelectField
        name="category"
        label={words.category}
        hint={words.categoryHint}
        empty={words.categoryEmpty}
        options={categories}
        value={values.category}
        error={troubleOf(troubles, 'category')}
      />
    </>
  )
}

function Where({ values, troubles, places }: ReportProps) {
  const words = useWords(portalWords).report
  return (
    <section aria-labelledby="where">
      <h2 id="where">{words.where}</h2>
      <PlaceFields values={values} troubles={troubles} places={places} />
      <TextField
        name="happened"
        label={words.happened}
        type="date"
        length={12}
        value={values.happened}
        error={troubleOf(troubles, 'happened')}
      />
    </section>
  )
}

function Who({ values, troubles }: ReportProps) {
  const words = useWords(portalWords).report
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <p className="hint">{words.whoHint}</p>
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        length={16}
        maxLength={30}
        value={values.phone}
        error={troubleOf(troubles, 'phone')}
      />
      <TextField
        name="name"
        label={words.name}
        autoComplete="name"
        length={16}
        maxLength={50}
        value={values.name}
        error={troubleOf(troubles, 'name')}
      />
      <CheckboxField
        name="confidential"
        label={words.confidential}
        hint={words.confidentialHint}
        checked={values.confidential}
      />
      <CheckboxField name="noReply" label={words.noReply} checked={values.noReply} />
      <Behalf {...{ values, troubles }} />
    </section>
  )
}

const behalfFields = ['behalfName', 'behalfRelation', 'consent'] as const

/** For somebody else: three answers, all needed once one is given. */
function Behalf({ values, troubles }: Pick<ReportProps, 'values' | 'troubles'>) {
  const words = useWords(portalWords).report
  const isOpen = behalfFields.some((name) => values[name] || troubleOf(troubles, name))
  return (
    <details className="asking" open={isOpen}>
      <summary>{words.behalf}</summary>
      <p className="hint">{words.behalfHint}</p>
      <TextField
        name="behalfName"
        label={words.behalfName}
        length={16}
        maxLength={50}
        required
        value={values.behalfName}
        error={troubleOf(troubles, 'behalfName')}
      />
      <TextField
        name="behalfRelation"
        label={words.behalfRelation}
        length={16}
        maxLength={50}
        required
        value={values.behalfRelation}
        error={troubleOf(troubles, 'behalfRelation')}
      />
      <CheckboxField
        name="consent"
        label={words.consent}
        checked={values.consent}
        error={troubleOf(troubles, 'consent')}
      />
    </details>
  )
}
