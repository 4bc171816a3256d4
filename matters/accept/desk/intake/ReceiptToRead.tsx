import { Link } from '@tanstack/react-router'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { Mark } from '#foundation/screens/Mark.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { readMatter } from '#matters/matter/contract.ts'
import type { State } from '#matters/matter/model.ts'
import { useIntakeWords, useMatterWords } from '../accept-words.ts'
import { spoken } from './intake.ts'
import type { KeptReceipt } from './use-intake.ts'

type ReceiptToReadProps = {
  receipt: KeptReceipt['receipt']
  title?: string
  onClose: () => void
}

/** Number and secret of what was recorded last, large, until somebody has read them out; no secret, none to tell. */
export function ReceiptToRead({ receipt, title, onClose }: ReceiptToReadProps) {
  const words = useIntakeWords().receipt
  return (
    <div role="status" className="receipt-place">
      {receipt ? (
        <section className="receipt">
          <h2>
            <Mark tone="done" />
            {title ?? words.title}
          </h2>
          <dl>
            <div>
              <dt>{words.number}</dt>
              <dd>{receipt.number}</dd>
            </div>
            {receipt.secret ? (
              <div>
                <dt>{words.secret}</dt>
                <dd>{spoken(receipt.secret)}</dd>
              </div>
            ) : null}
          </dl>
          <div className="receipt-next">
            <WhatNext number={receipt.number} state={receipt.state as State} />
            {receipt.secret ? <p className="hint">{words.hint}</p> : null}
          </div>
          <div className="receipt-acts">
            <Link to={`/matters/${receipt.number}`}>{words.open}</Link>
            <Button onPress={onClose}>{words.close}</Button>
          </div>
        </section>
      ) : null}
    </div>
  )
}

/** How it stands and until when somebody answers. */
function WhatNext({ number, state }: { number: string; state: State }) {
  const words = useIntakeWords().receipt
  const matter = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const clocks = useAsk(readMatter, { matter: number }).data?.clocks
  const completion = clocks?.find(({ name, stoppedAt }) => name === 'completion' && !stoppedAt)
  return (
    <p>
      {fill(words.state, { state: matter.state[state] })}
      {language === 'en' ? '. ' : '。'}
      {completion ? fill(words.due, { due: sayMoment(completion.dueAt, language, now) }) : null}
    </p>
  )
}
