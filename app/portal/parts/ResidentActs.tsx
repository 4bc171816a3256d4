import type { ReactNode } from 'react'
import { RadioField } from '#foundation/portal/Choice.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { FileField, TextArea } from '#foundation/portal/Field.tsx'
import { Actions, type FieldTrouble, Form, Submit, troubleOf } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import type { ResidentVerb } from '../../resident-verbs.ts'
import { words as allWords } from '../../words.ts'
import { portalWords } from '../words.ts'

type ActsProps = {
  readonly number: string
  readonly acts: readonly ResidentVerb[]
  readonly actId: string
  readonly version: number
  readonly troubles: readonly FieldTrouble[]
}

/** The few acts that are the resident's now, the most useful first. */
export function ResidentActs(props: ActsProps) {
  const has = (verb: ResidentVerb) => props.acts.includes(verb)
  return (
    <>
      {has('rate') ? <Rate {...props} /> : null}
      {has('reopen') ? <Reopen {...props} /> : null}
      {has('urge') ? <Urge {...props} /> : null}
      {has('supplement') ? <Supplement {...props} /> : null}
      {has('withdraw') ? <Withdraw {...props} /> : null}
    </>
  )
}

function ActForm({
  verb,
  props,
  files,
  children,
}: {
  verb: ResidentVerb
  props: ActsProps
  files?: boolean
  children: ReactNode
}) {
  return (
    <Form action={`/matters/${props.number}/${verb}`} files={files}>
      <input type="hidden" name="actId" value={props.actId} />
      <input type="hidden" name="seen" value={props.version} />
      {children}
    </Form>
  )
}

function Rate(props: ActsProps) {
  const words = useWords(portalWords).status
  const { language } = useFrame()
  const { grade } = allWords[language].evaluate
  return (
    <Section heading={words.rate} id="rate">
      <p>{words.rateLead}</p>
      <ActForm verb="rate" props={props}>
        <RadioField
          name="solved"
          label={words.solved}
          required
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          error={troubleOf(props.troubles, 'solved')}
        />
        <RadioField
          name="grade"
          label={words.grade}
          options={Object.entries(grade).map(([value, label]) => ({ value, label }))}
          error={troubleOf(props.troubles, 'grade')}
        />
        <TextArea
          name="words"
          label={words.rateWords}
          rows={3}
          maxLength={1000}
          error={troubleOf(props.troubles, 'words')}
        />
        <Actions>
          <Submit label={words.rateSend} />
        </Actions>
      </ActForm>
    </Section>
  )
}

function Reopen(props: ActsProps) {
  const words = useWords(portalWords).status
  return (
    <Section heading={words.reopen} id="reopen">
      <ActForm verb="reopen" props={props}>
        <TextArea
          name="words"
          label={words.reopenWords}
          hint={words.reopenHint}
          required
          rows={3}
          maxLength={2000}
          error={troubleOf(props.troubles, 'reason')}
        />
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
  return (
    <Section heading={words.add} id="supplement">
      <ActForm verb="supplement" props={props} files>
        <TextArea
          name="words"
          label={words.addHint}
          required
          rows={3}
          maxLength={5000}
          error={troubleOf(props.troubles, 'words')}
        />
        <FileField name="photos" label={words.photos} accept="image/*" />
        <Actions>
          <Submit label={words.addSend} kind="other" />
        </Actions>
      </ActForm>
    </Section>
  )
}

function Withdraw(props: ActsProps) {
  const words = useWords(portalWords).status
  return (
    <details>
      <summary>{words.withdraw}</summary>
      <ActForm verb="withdraw" props={props}>
        <TextArea
          name="reason"
          label={words.withdrawWords}
          hint={words.withdrawHint}
          rows={2}
          maxLength={500}
        />
        <Actions>
          <Submit label={words.withdrawSend} kind="other" />
        </Actions>
      </ActForm>
    </details>
  )
}
