import type { ReactNode } from 'react'
import { fill } from '#foundation/languages.ts'
import { CheckboxField, RadioField } from '#foundation/portal/Choice.tsx'
import { type Fact, Section } from '#foundation/portal/Facts.tsx'
import { FileField, TextArea } from '#foundation/portal/Field.tsx'
import { Actions, type FieldTrouble, Form, Submit, troubleOf } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import type { FormVerb, ResidentVerb } from '../../resident-verbs.ts'
import { words as allWords } from '../../words.ts'
import { portalWords } from '../words.ts'
import { PhotoShrinker } from './PhotoShrinker.tsx'

/** A verdict that its author wrote, for the form that corrects it. */
export type GivenVerdict = {
  readonly solved: boolean | null
  readonly grade: string | null
  readonly words: string
  readonly published: boolean
  /** Hours within which it may be corrected. */
  readonly hours: number
}

export type ActsProps = {
  readonly number: string
  readonly acts: readonly ResidentVerb[]
  readonly actId: string
  readonly version: number
  /** Of the act in `typed`. */
  readonly troubles: readonly FieldTrouble[]
  /** What was typed into the form that was refused. */
  readonly typed?: {
    readonly verb: FormVerb
    readonly text: Readonly<Record<string, string | undefined>>
  }
  readonly verdict: { readonly facts: readonly Fact[]; readonly given: GivenVerdict | null } | null
  /** Others may read the matter. */
  readonly published: boolean
  readonly reopened: boolean
  /** There was something to solve; what was not taken on is judged by how that was told. */
  readonly solvable: boolean
}

/** What presses: to have it done again, to urge. Where rating is asked, having it done again is one of its answers. */
export function PressingActs(props: ActsProps) {
  const { acts } = props
  return (
    <>
      {acts.includes('reopen') && !acts.includes('rate') ? <Reopen {...props} /> : null}
      {acts.includes('urge') ? <Urge {...props} /> : null}
    </>
  )
}

/** What may be done besides, under all there is to read. */
export function FurtherActs(props: ActsProps) {
  const { acts } = props
  return (
    <>
      {acts.includes('supplement') ? <Supplement {...props} /> : null}
      {acts.includes('withdraw') ? <Withdraw {...props} /> : null}
    </>
  )
}

/** What was typed and refused, of this act's form only: several forms ask under the same names. */
function refusedOf({ typed, troubles }: ActsProps, verb: ResidentVerb) {
  const mine = typed?.verb === verb
  return {
    form: verb,
    typed: (name: string) => (mine ? typed.text[name] : undefined),
    error: (name: string) => (mine ? troubleOf(troubles, name) : undefined),
  }
}

type ActFormProps = { verb: ResidentVerb; props: ActsProps; files?: boolean; children: ReactNode }

function ActForm({ verb, props, files, children }: ActFormProps) {
  return (
    <Form action={`/matters/${props.number}/${verb}`} files={files}>
      <input type="hidden" name="actId" value={props.actId} />
      <input type="hidden" name="seen" value={props.version} />
      {children}
    </Form>
  )
}

/** Solved or not, a grade, words; begins with what was given before, where that may be corrected. */
export function Rate(props: ActsProps) {
  const words = useWords(portalWords).status
  const { language } = useFrame()
  const { grade } = allWords[language].evaluate
  const { form, typed, error } = refusedOf(props, 'rate')
  const given = props.verdict?.given
  const solved = given?.solved === undefined || given.solved === null ? undefined : given.solved
  const mayReopen = props.acts.includes('reopen')
  return (
    <Section heading={given ? words.rateAgain : words.rate} id="rate">
      <p>{given ? fill(words.rateAgainLead, { hours: given.hours }) : words.rateLead}</p>
      <ActForm verb="rate" props={props}>
        {props.solvable ? (
          <RadioField
            form={form}
            name="solved"
            label={words.solved}
            options={[
              { value: 'yes', label: words.yes },
              ...(mayReopen ? [{ value: 'again', label: words.again }] : []),
              { value: 'no', label: mayReopen ? words.noMore : words.no },
            ]}
            value={typed('solved') ?? (solved === undefined ? undefined : solved ? 'yes' : 'no')}
            error={error('solved')}
          />
        ) : null}
        <RadioField
          form={form}
          name="grade"
          label={words.grade}
          options={Object.entries(grade).map(([value, label]) => ({ value, label }))}
          value={typed('grade') ?? given?.grade ?? undefined}
          error={error('grade')}
        />
        <TextArea
          form={form}
          name="words"
          label={words.rateWords}
          hint={mayReopen ? words.rateWordsAgain : undefined}
          rows={3}
          maxLength={1000}
          value={typed('words') ?? given?.words}
          error={error('words') ?? error('reason')}
        />
        {mayReopen && props.reopened ? <NewFacts {...{ form, typed, error }} /> : null}
        {props.published ? (
          <CheckboxField
            form={form}
            name="publish"
            label={words.ratePublish}
            hint={words.ratePublishHint}
            checked={typed('publish') === 'yes' || given?.published}
          />
        ) : null}
        <Actions>
          <Submit label={words.rateSend} />
        </Actions>
      </ActForm>
    </Section>
  )
}

/** Opened again so often, it needs something new. */
function NewFacts({ form, typed, error }: ReturnType<typeof refusedOf>) {
  const words = useWords(portalWords).status
  return (
    <TextArea
      form={form}
      name="newFacts"
      label={words.newFacts}
      rows={3}
      maxLength={2000}
      value={typed('newFacts')}
      error={error('newFacts')}
    />
  )
}

function Reopen(props: ActsProps) {
  const words = useWords(portalWords).status
  const { form, typed, error } = refusedOf(props, 'reopen')
  return (
    <Section heading={words.reopen} id="reopen">
      <ActForm verb="reopen" props={props}>
        <TextArea
          form={form}
          name="reason"
          label={words.reopenWords}
          hint={words.reopenHint}
          required
          rows={3}
          maxLength={2000}
          value={typed('reason')}
          error={error('reason')}
        />
        {props.reopened ? <NewFacts {...{ form, typed, error }} /> : null}
        <Actions>
          <Submit label={words.reopenSend} kind="other" />
        </Actions>
      </ActForm>
    </Section>
  )
}

function Urge(props: ActsProps) {
  const words = useWords(portalWords).status
  return (
    <Section heading={words.urge} id="urge">
      <p>{words.urgeHint}</p>
      <ActForm verb="urge" props={props}>
        <Actions>
          <Submit label={words.urgeSend} kind="other" />
        </Actions>
      </ActForm>
    </Section>
  )
}

function Supplement(props: ActsProps) {
  const words = useWords(portalWords).status
  const { form, typed, error } = refusedOf(props, 'supplement')
  return (
    <Section heading={words.add} id="supplement">
      <ActForm verb="supplement" props={props} files>
        <TextArea
          form={form}
          name="words"
          label={words.addHint}
          required
          rows={3}
          maxLength={5000}
          value={typed('words')}
          error={error('words')}
        />
        <FileField
          form={form}
          name="photos"
          label={words.photos}
          accept="image/*"
          error={error('files')}
        />
        <PhotoShrinker />
        <Actions>
          <Submit label={words.addSend} kind="other" />
        </Actions>
      </ActForm>
    </Section>
  )
}

function Withdraw(props: ActsProps) {
  const words = useWords(portalWords).status
  const { form, typed, error } = refusedOf(props, 'withdraw')
  return (
    <details open={props.typed?.verb === 'withdraw' || undefined}>
      <summary>{words.withdraw}</summary>
      <ActForm verb="withdraw" props={props}>
        <TextArea
          form={form}
          name="reason"
          label={words.withdrawWords}
          hint={words.withdrawHint}
          rows={2}
          maxLength={500}
          value={typed('reason')}
          error={error('reason')}
        />
        <Actions>
          <Submit label={words.withdrawSend} kind="other" />
        </Actions>
      </ActForm>
    </details>
  )
}
