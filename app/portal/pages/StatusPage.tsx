import { fill } from '#foundation/languages.ts'
import { Deadline, type DeadlineView } from '#foundation/portal/Deadline.tsx'
import { type Fact, Facts, Section } from '#foundation/portal/Facts.tsx'
import { TroubleSummary } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Notice } from '#foundation/portal/Notice.tsx'
import { Page } from '#foundation/portal/Page.tsx'
import { State } from '#foundation/portal/State.tsx'
import {
  type Attachment,
  Attachments,
  Quote,
  Timeline,
  type TimelineEntry,
} from '#foundation/portal/Timeline.tsx'
import { sayDay, sayMoment } from '#foundation/screens/say-time.ts'
import type { Tone } from '#foundation/screens/tone.ts'
import { CountyMap, type CountyMapView } from '../parts/CountyMap.tsx'
import { type ActsProps, FurtherActs, PressingActs, Rate } from '../parts/ResidentActs.tsx'
import { JoinOrLeave, VoiceCount, type VoicesView } from '../parts/Voices.tsx'
import { portalWords } from '../words.ts'

export type StatusProps = ActsProps & {
  readonly title: string
  readonly words: string
  /** The reporter sees it all; others what is published. */
  readonly own: boolean
  readonly state: { readonly tone: Tone; readonly sentence: string }
  /** What the offices answered, once nothing more is owed or it is being checked. */
  readonly answer: { readonly quote?: string; readonly details?: readonly string[] } | null
  readonly facts: readonly Fact[]
  readonly map: CountyMapView | null
  readonly deadlines: readonly DeadlineView[]
  readonly timeline: readonly TimelineEntry[]
  readonly photos: readonly Attachment[]
  /** The matter it is dealt with together; its number only where the reader may open it. */
  readonly linked: { readonly number: string | null } | null
  /** ISO 8601: the report may be corrected until then; null when that is over. */
  readonly amendUntil: string | null
  /** The last day on which its reporter may have it done again; null while or when that is not to be had. */
  readonly reopenUntil: string | null
  readonly voices: VoicesView
  /** What was just done, said on top. */
  readonly done?: string
}

/**
 * The sentence of its state on top, with the answer, the verdict on it and what presses; then what was said, every
 * deadline, what happened, and what else the reader may do.
 */
export function StatusPage(props: StatusProps) {
  const words = useWords(portalWords).status
  return (
    <Page
      title={props.title}
      refused={props.troubles.length > 0}
      script={props.own ? 'enhance' : undefined}
    >
      <TroubleSummary troubles={props.troubles} form={props.typed?.verb} />
      {props.done ? <Notice kind="done">{props.done}</Notice> : null}
      <State tone={props.state.tone} sentence={props.state.sentence}>
        <VoiceCount {...props} />
        <Linked {...props} />
        <AmendOffer {...props} />
        <ReopenOffer {...props} />
      </State>
      <Answer {...props} />
      <Verdict {...props} />
      {props.own ? <PressingActs {...props} /> : null}
      <Section heading={words.what}>
        <Quote words={props.words} />
        {props.photos.length > 0 ? <Attachments files={props.photos} /> : null}
        <Facts facts={props.facts} />
        {props.map ? <CountyMap map={props.map} /> : null}
      </Section>
      {props.own ? null : <Join {...props} />}
      {props.deadlines.length > 0 ? (
        <Section heading={words.clocks}>
          {props.deadlines.map((deadline) => (
            <Deadline key={deadline.label} {...deadline} />
          ))}
        </Section>
      ) : null}
      <Section heading={words.timeline}>
        <Timeline entries={props.timeline} />
      </Section>
      {props.own ? <FurtherActs {...props} /> : null}
      <p className="hint">{noteOf(props, words)}</p>
    </Page>
  )
}

function noteOf({ own, published }: StatusProps, words: (typeof portalWords)['en']['status']) {
  if (!own) return words.publicNote
  return published ? words.ownPublicNote : words.ownNote
}

function Join(props: StatusProps) {
  const isRefused = props.typed?.verb === 'join'
  return (
    <JoinOrLeave
      {...props}
      troubles={isRefused ? props.troubles : []}
      typedPhone={isRefused ? props.typed?.text.phone : undefined}
    />
  )
}

function Linked({ linked }: StatusProps) {
  const words = useWords(portalWords).status
  if (!linked) return null
  const { number } = linked
  return (
    <p>
      {number ? (
        <a href={`/matters/${number}`}>{fill(words.linked, { number })}</a>
      ) : (
        words.linkedClosed
      )}
    </p>
  )
}

/** Closed is not solved: said where the closing is read, leading to the question that does it. */
function ReopenOffer({ acts, reopenUntil }: StatusProps) {
  const words = useWords(portalWords).status
  const { language, now } = useFrame()
  if (!reopenUntil || !acts.includes('reopen')) return null
  return (
    <p>
      {fill(words.reopenOffer, { day: sayDay(reopenUntil, language, now) })}{' '}
      <a href={acts.includes('rate') ? '#rate' : '#reopen'}>{words.reopenLink}</a>
    </p>
  )
}

function AmendOffer({ number, amendUntil }: StatusProps) {
  const words = useWords(portalWords).status
  const { language, now } = useFrame()
  if (!amendUntil) return null
  return (
    <p>
      {fill(words.amendOffer, { until: sayMoment(amendUntil, language, now) })}{' '}
      <a href={`/matters/${number}/amend`}>{words.amend}</a>
    </p>
  )
}

function Answer({ answer }: StatusProps) {
  const words = useWords(portalWords).status
  if (!answer) return null
  return (
    <Section heading={words.reply}>
      {answer.quote ? <Quote words={answer.quote} /> : null}
      {answer.details?.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </Section>
  )
}

/** What was said of the result, and the question while it may be answered. */
function Verdict(props: StatusProps) {
  const words = useWords(portalWords).status
  const { verdict, own } = props
  return (
    <>
      {verdict ? (
        <Section heading={own ? words.verdict : words.verdictPublic}>
          <Facts facts={verdict.facts} />
        </Section>
      ) : null}
      {own && props.acts.includes('rate') ? <Rate {...props} /> : null}
    </>
  )
}
