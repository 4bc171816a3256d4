import { type ReactNode, useId } from 'react'
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { fill } from '../../languages.ts'
import { useScreenWords } from '../setting.ts'
import { KeyCap } from './KeyCap.tsx'

export type ButtonProps = {
  /** What will happen: "转给城管局", never "提交". */
  children: ReactNode
  onPress?: () => void
  /** `next` is the one thing to do next; `quiet` has no border; `usual` anything else. */
  kind?: 'next' | 'usual' | 'quiet'
  type?: 'button' | 'submit'
  /** Id of the form it sends, where it stands outside. */
  form?: string
  /** Why it cannot be used now; shown as text, said to a screen reader, and the button does nothing. */
  whyNot?: string | null | undefined
  /** In a tight row the reason is a tooltip only (and still said to a screen reader). */
  tight?: boolean
  /** Sent and not yet answered. */
  busy?: boolean
  /** The key that does the same. */
  keyHint?: string | undefined
  /** Name where the content is a picture. */
  label?: string | undefined
  autoFocus?: boolean
  /** It shows and hides something; whether that is shown now. */
  expanded?: boolean
}

/** A button that is off stays reachable by keyboard, so that its reason can be read. */
export function Button({ whyNot, tight, ...props }: ButtonProps) {
  const reasonId = useId()
  const words = useScreenWords()
  if (!whyNot) return <Plain {...props} />
  const reason = fill(words.whyOff, { reason: whyNot })
  return (
    <span className={tight ? 'off-tight' : 'off'}>
      <TooltipTrigger delay={150}>
        <Plain {...props} describedBy={reasonId} off />
        <Tooltip className="tooltip" offset={6}>
          {reason}
        </Tooltip>
      </TooltipTrigger>
      <span id={reasonId} className={tight ? 'hidden-text' : 'off-reason'}>
        {tight ? reason : whyNot}
      </span>
    </span>
  )
}

type PlainProps = Omit<ButtonProps, 'whyNot' | 'tight'> & { describedBy?: string; off?: boolean }

function Plain(props: PlainProps) {
  const { kind = 'usual', type = 'button', busy = false, off = false, keyHint, children } = props
  return (
    <AriaButton
      className={`button button-${kind}`}
      type={off ? 'button' : type}
      {...(props.form === undefined ? {} : { form: props.form })}
      isPending={busy}
      aria-disabled={off ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      aria-keyshortcuts={keyHint}
      aria-expanded={props.expanded}
      autoFocus={props.autoFocus ?? false}
      onPress={() => {
        if (!off) props.onPress?.()
      }}
    >
      {children}
      {keyHint ? <KeyCap keys={keyHint} /> : null}
    </AriaButton>
  )
}
