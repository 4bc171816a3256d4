import { fill } from '#foundation/languages.ts'
import { Deadline, type DeadlineView } from '#foundation/portal/Deadline.tsx'
import { type Fact, Facts, Section } from '#foundation/portal/Facts.tsx'
import type { FieldTrouble } from '#foundation/portal/Form.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { Notice } from '#foundation/portal/Notice.tsx'
import { Page } from '#foundation/portal/Page.tsx'
import { State } from '#foundation/portal/State.tsx'
import {
  type Attachment,
  Attachments,
  Timeline,
  type TimelineEntry,
} from '#foundation/portal/Timeline.tsx'
import type { Tone } from '#foundation/screens/tone.ts'
import type { ResidentVerb } from '../../resident-verbs.ts'
import { ResidentActs } from '../parts/ResidentActs.tsx'
import { portalWords } from '../words.ts'

export type StatusProps = {
  readonly number: string
  readonly title: string
  readonly words: string
  /** The reporter sees it all; others what is published. */
  readonly own: boolean
  readonly state: { readonly tone: Tone; readonly sentence: string }
  readonly facts: readonly Fact[]
  readonly deadlines: readonly DeadlineView[]
  readonly timeline: readonly TimelineEntry[]
  readonly photos: readonly Attachment[]
  readonly linked: string | null
  readonly acts: readonly ResidentVerb[]
  readonly actId: string
  readonly version: number
  readonly troubles: readonly FieldTrouble[]
  /** What was just done, said on top. */
  readonly done?: string
}

/** The sentence of its state on top; then what was said, every deadline, what happened, and what the reader may do. */
export function StatusPage(props: StatusProps) {
  const words = useWords(portalWords).status
  return (
    <Page title={props.title}>
      {props.done ? <Notice kind="done">{props.done}</Notice> : null}
      <State tone={props.state.tone} sentence={props.state.sentence}>
        {props.linked ? (
          <p>
            <a href={`/matters/${props.linked}`}>{fill(words.linked, { number: props.linked })}</a>
          </p>
        ) : null}
      </State>
      <Section heading={words.what}>
        <blockquote className="quote">{props.words}</blockquote>
        {props.photos.length > 0 ? <Attachments files={props.photos} /> : null}
        <Facts facts={props.facts} />
      </Section>
      {props.deadlines.length > 0 ? (
        <Section heading={words.clocks}>
          {props.deadlines.map((deadline) => (
            <Deadline key={deadline.label} {...deadline} />
          ))}
        </Section>
      ) : null}
      {props.own ? <ResidentActs {...props} /> : null}
      <Section heading={words.timeline}>
        <Timeline entries={props.timeline} />
      </Section>
      <p className="hint">{props.own ? words.ownNote : words.publicNote}</p>
    </Page>
  )
}
