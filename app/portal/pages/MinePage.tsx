import { fill } from '#foundation/languages.ts'
import { Empty } from '#foundation/portal/Empty.tsx'
import { Section } from '#foundation/portal/Facts.tsx'
import { TextField } from '#foundation/portal/Field.tsx'
import {
  ActionLink,
  Actions,
  type FieldTrouble,
  Form,
  Submit,
  troubleOf,
} from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Notice } from '#foundation/portal/Notice.tsx'
import { Page } from '#foundation/portal/Page.tsx'
import { Rows, type RowView } from '#foundation/portal/Rows.tsx'
import { ReceiptForm } from '../parts/ReceiptForm.tsx'
import { portalWords } from '../words.ts'

export type MineProps = {
  /** Null while nobody is signed in by phone. */
  readonly rows: readonly RowView[] | null
  /** The one matter whose receipt was shown in this browser. */
  readonly receipt: RowView | null
  /** What the reader joined: signed in, or by the code of one join shown in this browser. */
  readonly joined: readonly RowView[]
  /** Number and code did not fit; the number as it was typed. */
  readonly receiptWrong?: { readonly number: string; readonly sentence: string }
  readonly phone?: string
  /** A code was sent to this phone. */
  readonly sent: boolean
  readonly troubles: readonly FieldTrouble[]
}

/** One's own matters: by receipt without an account, or all of them by a code sent to one's phone. */
export function MinePage(props: MineProps) {
  const words = useWords(portalWords)
  return (
    <Page
      title={words.mine.title}
      lead={words.mine.lead}
      refused={props.troubles.length > 0 || props.receiptWrong !== undefined}
    >
      {props.receipt ? (
        <>
          <Rows rows={[props.receipt]} />
          <Form action="/receipt/leave">
            <Actions>
              <Submit label={words.mine.closeReceipt} kind="other" />
            </Actions>
          </Form>
        </>
      ) : null}
      {props.joined.length > 0 ? (
        <Section heading={words.join.mine}>
          <Rows rows={props.joined} />
        </Section>
      ) : null}
      {props.rows ? (
        <SignedIn rows={props.rows} />
      ) : (
        <>
          <Section heading={words.mine.byReceipt}>
            <ReceiptForm number={props.receiptWrong?.number} error={props.receiptWrong?.sentence} />
          </Section>
          <Section heading={words.mine.byPhone}>
            {props.sent ? <CodeForm {...props} /> : <PhoneForm {...props} />}
          </Section>
        </>
      )}
    </Page>
  )
}

function SignedIn({ rows }: { rows: readonly RowView[] }) {
  const words = useWords(portalWords).mine
  return (
    <>
      {rows.length > 0 ? (
        <Rows rows={rows} />
      ) : (
        <Empty sentence={words.empty}>
          <Actions>
            <ActionLink href="/report" label={words.reportFirst} />
          </Actions>
        </Empty>
      )}
      <Form action="/sign-out">
        <Actions>
          <Submit label={words.signOut} kind="other" />
        </Actions>
      </Form>
    </>
  )
}

function PhoneForm({ phone, troubles }: MineProps) {
  const words = useWords(portalWords).mine
  return (
    <Form action="/mine/code" troubles={troubles}>
      <TextField
        name="phone"
        label={words.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        length={16}
        maxLength={30}
        required
        value={phone}
        error={troubleOf(troubles, 'phone')}
      />
      <Actions>
        <Submit label={words.sendCode} kind="other" />
      </Actions>
    </Form>
  )
}

function CodeForm({ phone = '', troubles }: MineProps) {
  const words = useWords(portalWords).mine
  const { inventedNote } = useFrame()
  return (
    <>
      <Notice kind="note">
        <p>{fill(words.sent, { phone })}</p>
        {inventedNote ? <p>{words.sentInvented}</p> : null}
      </Notice>
      <Form action="/mine/sign-in" troubles={troubles}>
        <input type="hidden" name="phone" value={phone} />
        <TextField
          name="code"
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          length={8}
          maxLength={8}
          required
          error={troubleOf(troubles, 'code')}
        />
        <Actions>
          <Submit label={words.signIn} />
        </Actions>
      </Form>
      <p>
        {words.notThere} <a href="/mine">{words.otherPhone}</a>
      </p>
    </>
  )
}
