import { fill } from '#foundation/languages.ts'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextField } from '#foundation/portal/Field.tsx'
import { Actions, type FieldTrouble, Form, Submit, troubleOf } from '#foundation/portal/Form.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

/** How many speak in a matter, and how the reader stands to them. */
export type VoicesView = {
  readonly count: number
  readonly joined: boolean
  readonly mayJoin: boolean
  /** Signed in by phone: no number needs to be asked. */
  readonly signedIn: boolean
}

type VoicesProps = {
  readonly voices: VoicesView
  readonly own: boolean
  readonly number: string
  readonly actId: string
  /** Of the join that was refused. */
  readonly troubles: readonly FieldTrouble[]
  readonly typedPhone: string | undefined
}

/** How many different people it concerns: a number, never who. */
export function VoiceCount({ voices, own }: Pick<VoicesProps, 'voices' | 'own'>) {
  const words = useWords(portalWords).join
  if (voices.count < 2) return null
  return <p>{fill(own ? words.countOwn : words.count, { count: voices.count })}</p>
}

/** 我也遇到: one's voice beside the reporter's, or what it means to have given it, and the way out. */
export function JoinOrLeave(props: VoicesProps) {
  const words = useWords(portalWords).join
  const { voices, number, actId } = props
  if (voices.joined) {
    return (
      <Section heading={words.joinedHeading} id="join">
        <p>{words.joinedNote}</p>
        <Form action={`/matters/${number}/leave`}>
          <input type="hidden" name="actId" value={actId} />
          <Actions>
            <Submit label={words.leave} kind="other" />
          </Actions>
        </Form>
      </Section>
    )
  }
  if (!voices.mayJoin) return null
  return (
    <Section heading={words.heading} id="join">
      <p>{words.lead}</p>
      <Form action={`/matters/${number}/join`}>
        <input type="hidden" name="actId" value={actId} />
        {voices.signedIn ? null : <PhoneField {...props} />}
        <Actions>
          <Submit label={words.send} />
        </Actions>
      </Form>
    </Section>
  )
}

function PhoneField({ troubles, typedPhone }: VoicesProps) {
  const words = useWords(portalWords)
  return (
    <TextField
      form="join"
      name="phone"
      label={words.report.phone}
      hint={words.join.phoneHint}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      length={16}
      maxLength={30}
      required
      value={typedPhone}
      error={troubleOf(troubles, 'phone')}
    />
  )
}
