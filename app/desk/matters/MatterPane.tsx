import { type ReactNode, useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { Part, Quote, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { Photos } from '#matters/accept/desk/acts/Photos.tsx'
import { VoiceCount } from '#matters/accept/desk/VoiceCount.tsx'
import { Advice } from '#matters/analyse/desk/Advice.tsx'
import { AnsweredBefore } from '#matters/analyse/desk/answers/AnsweredBefore.tsx'
import { LikelyLeads } from '#matters/analyse/desk/answers/LikelyLeads.tsx'
import { useCategoryName } from '#matters/analyse/desk/categories.ts'
import { ArticleAdvice } from '#matters/analyse/desk/knowledge/ArticleAdvice.tsx'
import { Similar, Voices } from '#matters/analyse/desk/Similar.tsx'
import { DutyAdvice } from '#matters/dispatch/desk/DutyAdvice.tsx'
import { Standing } from '#matters/evaluate/desk/Standing.tsx'
import { readMatter } from '#matters/matter/contract.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { MatterClocks } from '#matters/matter/desk/pane/MatterClocks.tsx'
import { MatterFacts } from '#matters/matter/desk/pane/MatterFacts.tsx'
import { Timeline } from '#matters/matter/desk/pane/Timeline.tsx'
import { saySentence, standingTone } from '#matters/matter/desk/say-matter.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import type { State, Verb } from '#matters/matter/model.ts'
import { type Acting, ActsFoot } from './ActsFoot.tsx'
import { useTellers } from './tellers.ts'

// Others work on it too: asked whenever it is opened, and again while it stays open.
const readAgain = { everySeconds: 30, freshSeconds: 0 } as const

type MatterPaneProps = {
  number: string
  /** Stands above the acts: what to go on with after something was done. */
  next?: ReactNode
  onDone?: () => void
}

/** One matter and all about it; what is known of it by every room, and what may be done. */
export function MatterPane({ number, next, onDone }: MatterPaneProps) {
  const { pane } = useMatterWords().desk
  const screen = useScreenWords()
  const answer = useAsk(readMatter, { matter: number }, readAgain)
  if (answer.data) {
    return (
      <OneMatter
        key={answer.data.id}
        matter={answer.data}
        next={next}
        onDone={onDone ?? (() => {})}
      />
    )
  }
  if (answer.isPending) {
    return (
      <p className="starting" role="status">
        {screen.loading}
      </p>
    )
  }
  return (
    <div className="blank" role="alert">
      <h1>{answer.error.status === 404 ? pane.notFound : pane.trouble}</h1>
      <p>{answer.error.detail}</p>
      <Button onPress={() => void answer.refetch()}>{screen.again}</Button>
    </div>
  )
}

type OneMatterProps = { matter: MatterView; next: ReactNode; onDone: () => void }

function OneMatter({ matter, next, onDone }: OneMatterProps) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const categoryName = useCategoryName()
  const tellers = useTellers()
  const [acting, setActing] = useState<Acting | null>(null)
  const { pane } = words.desk
  const open = (verb: Verb) => {
    const mine = matter.acts.some((act) => act.verb === verb && act.refusal === null)
    return mine ? (begin: object) => setActing({ verb, begin }) : null
  }
  return (
    <Sheet
      title={matter.title}
      about={<About matter={matter} />}
      state={{ tone: standingTone(matter), sentence: saySentence(matter, language, now, words) }}
      foot={
        <>
          {acting === null ? next : null}
          <ActsFoot matter={matter} acting={acting} onAct={setActing} onDone={onDone} />
        </>
      }
    >
      <Part heading={pane.words}>
        <Quote>{matter.words}</Quote>
      </Part>
      <Photos matter={matter.id} />
      <MatterFacts matter={matter} categoryName={categoryName} />
      <Advices matter={matter} open={open} />
      <Before matter={matter} open={open} />
      <MatterClocks matter={matter} />
      <Voices matter={matter} />
      <Standing matter={matter.id} />
      <Timeline matter={matter} tellers={tellers} categoryName={categoryName} />
    </Sheet>
  )
}

/** Number, kind, door and time, then the flags that stand. */
function About({ matter }: { matter: MatterView }) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const received = sayMoment(matter.receivedAt, language, now)
  return (
    <>
      <span className="matter-number">{matter.number}</span>
      <span>{words.kind[matter.kind]}</span>
      <span>{words.channel[matter.channel]}</span>
      <span>{fill(words.desk.pane.received, { moment: received })}</span>
      <VoiceCount matter={matter.id} />
      {matter.flags.map((flag) => (
        <span key={flag} className="flag">
          {words.flag[flag]}
        </span>
      ))}
    </>
  )
}

/** States in which somebody still decides what a matter is and whose. */
const beforeHandling: readonly State[] = ['reported', 'accepted', 'judged']

type AdvicesProps = {
  matter: MatterView
  open: (verb: Verb) => ((begin: object) => void) | null
}

/** What the machine suggests, as long as it can still be followed. */
function Advices({ matter, open }: AdvicesProps) {
  if (!beforeHandling.includes(matter.state)) return null
  const [judge, link, dispatch] = [open('judge'), open('link'), open('dispatch')]
  const answer = open('answer')
  return (
    <>
      <Advice matter={matter} onJudge={judge && ((category) => judge({ category }))} />
      <ArticleAdvice
        matter={matter}
        onAnswer={answer && ((article) => answer({ reply: article.answer, article }))}
      />
      <DutyAdvice
        matter={matter}
        onDispatch={
          dispatch && (({ id, lead, assisting }) => dispatch({ item: id, lead, assisting }))
        }
      />
      <LikelyLeads matter={matter} onDispatch={dispatch && ((lead) => dispatch({ lead }))} />
      <Similar matter={matter} onLink={link && ((to) => link({ to, undo: false }))} />
    </>
  )
}

/** States in which a reply is still to be written. */
const beforeReply: readonly State[] = [...beforeHandling, 'dispatched', 'handling']

/** How the same was answered before, for those who write the reply or decide whose it is. */
function Before({ matter, open }: AdvicesProps) {
  if (!beforeReply.includes(matter.state)) return null
  const write = open('feedBack') ?? open('answer')
  return <AnsweredBefore matter={matter} onCopy={write && ((reply) => write({ reply }))} />
}
