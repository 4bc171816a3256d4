import { fill } from '../languages.ts'
import { Mark } from '../screens/Mark.tsx'
import { sayMoment } from '../screens/say-time.ts'
import type { Tone } from '../screens/tone.ts'
import { useFrame, useScreenWords } from './frame.ts'

export type DeadlineView = {
  readonly tone: Tone
  /** What has to happen: "答复", "第一次联系您". */
  readonly label: string
  /** As people say it: "还剩 1 个工作日", "已于 11 月 25 日完成". */
  readonly remaining: string
  /** ISO 8601; null while the clock stands still, since nobody knows the moment yet. */
  readonly due: string | null
  /** The moment set at first, where it was moved since. */
  readonly firstDue?: string
  /** Who moved it and why, oldest first. */
  readonly changes?: readonly string[]
  readonly rule?: RuleView
}

/** The rule behind a limit: what it is called, what it says, and what it rests on. */
export type RuleView = {
  readonly name: string
  readonly value: string
  readonly citation: string
  /** Where it stands among all rules. */
  readonly href?: string
}

/** A time limit: what, how long still, the exact moment, and one tap away the rule that made it. */
export function Deadline(props: DeadlineView) {
  const { language, now } = useFrame()
  const words = useScreenWords()
  const moved = props.due !== null && props.firstDue !== undefined && props.firstDue !== props.due
  return (
    <div className={`deadline tone-${props.tone}`}>
      <p>{props.label}</p>
      <div>
        <p className="deadline-limit">
          <strong>
            <Mark tone={props.tone} />
            {props.remaining}
          </strong>{' '}
          {props.due ? (
            <time dateTime={props.due}>{sayMoment(props.due, language, now)}</time>
          ) : null}
        </p>
        {moved && props.firstDue ? (
          <p className="deadline-moved">
            {fill(words.changedFrom, { moment: sayMoment(props.firstDue, language, now) })}
          </p>
        ) : null}
        {props.changes?.map((change) => (
          <p className="deadline-moved" key={change}>
            {change}
          </p>
        ))}
        {props.rule ? <RuleOf {...props.rule} /> : null}
      </div>
    </div>
  )
}

function RuleOf({ name, value, citation, href }: RuleView) {
  const words = useScreenWords()
  return (
    <details>
      <summary>{words.rule}</summary>
      <p>
        {href ? <a href={href}>{name}</a> : name} {value}
      </p>
      {citation ? <p className="source">{citation}</p> : null}
    </details>
  )
}
