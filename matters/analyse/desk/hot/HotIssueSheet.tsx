import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { Facts, Part, Sheet } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayDay } from '#foundation/screens/say-time.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { readHotIssue } from '../../hot/contract.ts'
import type { HotIssueView, MemberView } from './hot-view.ts'
import { useHotWords } from './hot-words.ts'
import { LeadIssue, MergeIssues, NameIssue } from './ManageIssue.tsx'
import { SplitIssue } from './SplitIssue.tsx'
import { Trend } from './Trend.tsx'

type HotIssueSheetProps = {
  issue: HotIssueView
  /** All of the list: what it may be merged with. */
  issues: readonly HotIssueView[]
  manages: boolean
}

const acts = ['theme', 'name', 'merge', 'split'] as const
type Act = (typeof acts)[number]

/** One issue: when, where, how many; its matters; and what a leader may do with it. */
export function HotIssueSheet({ issue, issues, manages }: HotIssueSheetProps) {
  const { desk: words } = useHotWords()
  const [doing, setDoing] = useState<Act | null>(null)
  const asked = useAsk(readHotIssue, { issue: issue.id })
  const matters = asked.data?.matters ?? []
  const close = () => setDoing(null)
  return (
    <Sheet
      title={issue.title}
      about={issue.place}
      foot={
        manages ? (
          <div className="acts-mine">
            {acts.map((act) => (
              <Button key={act} onPress={() => setDoing(act)}>
                {words.acts[act]}
              </Button>
            ))}
          </div>
        ) : null
      }
    >
      <IssueFacts issue={issue} />
      <Part heading={words.members}>
        <p className="hint">{words.membersAbout}</p>
        <Members asked={asked} matters={matters} />
      </Part>
      {doing === 'name' ? <NameIssue issue={issue} onClose={close} /> : null}
      {doing === 'merge' ? <MergeIssues issue={issue} issues={issues} onClose={close} /> : null}
      {doing === 'split' ? <SplitIssue issue={issue} matters={matters} onClose={close} /> : null}
      {doing === 'theme' ? <LeadIssue issue={issue} onClose={close} /> : null}
    </Sheet>
  )
}

function IssueFacts({ issue }: { issue: HotIssueView }) {
  const { desk: words } = useHotWords()
  const language = useLanguage()
  const now = useNow()
  const { firstAt, lastAt, residents, matters, weeks, themeMonth, leadName, place } = issue
  const day = (moment: string) => sayDay(moment, language, now)
  const theme =
    themeMonth === null
      ? words.none
      : fill(words.themeOf, { month: themeMonth, office: leadName ?? '' })
  return (
    <Facts
      facts={[
        { name: words.residents, value: fill(words.counted, { residents, matters }) },
        { name: words.place, value: place || words.noPlace },
        { name: words.period, value: fill(words.span, { from: day(firstAt), to: day(lastAt) }) },
        { name: words.trend, value: <Trend weeks={weeks} /> },
        { name: words.theme, value: theme },
      ]}
    />
  )
}

type MembersProps = {
  asked: { isPending: boolean; error: { detail: string } | null }
  matters: readonly MemberView[]
}

function Members({ asked, matters }: MembersProps) {
  const { desk: words } = useHotWords()
  const { state: states } = useMatterWords()
  const screen = useScreenWords()
  const language = useLanguage()
  const now = useNow()
  if (asked.isPending) return <p role="status">{screen.loading}</p>
  if (asked.error) return <p role="alert">{asked.error.detail}</p>
  return (
    <ul className="hot-members">
      {matters.map(({ id, number, title, state, receivedAt, divisionName }) => (
        <li key={id}>
          <Link to={'/matters/$number' as string} params={{ number } as never}>
            {title}
          </Link>
          <p>
            {fill(words.matter, {
              number,
              state: states[state],
              day: sayDay(receivedAt, language, now),
            })}
            {divisionName === null ? '' : ` · ${divisionName}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
