import { fill } from '#foundation/languages.ts'
import { Section } from '#foundation/portal/Facts.tsx'
import { ActionLink, Actions } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { ReceiptCard, type ReceiptCardProps } from '../parts/ReceiptCard.tsx'
import { portalWords } from '../words.ts'

export type ReceiptProps = ReceiptCardProps & {
  /** ISO 8601; null once accepted or refused. */
  readonly due: string | null
  /** ISO 8601: the report may be corrected until then; null when that is over. */
  readonly amendUntil: string | null
}

/** What the sender takes home: number, secret, QR code, and what happens next. */
export function ReceiptPage({ due, amendUntil, ...card }: ReceiptProps) {
  const words = useWords(portalWords).receipt
  const { language, now } = useFrame()
  const { number } = card
  return (
    <Page title={words.title} lead={words.lead} script="enhance">
      <ReceiptCard {...card} />
      {due ? <p>{fill(words.due, { due: sayMoment(due, language, now) })}</p> : null}
      {amendUntil ? (
        <p>
          {fill(words.amend, { until: sayMoment(amendUntil, language, now) })}{' '}
          <a href={`/matters/${number}/amend`}>{words.amendLink}</a>
        </p>
      ) : null}
      <Section heading={words.what}>
        <ol>
          <li>{words.steps.accept}</li>
          <li>{words.steps.dispatch}</li>
          <li>{words.steps.check}</li>
        </ol>
      </Section>
      <Actions>
        <ActionLink href={`/matters/${number}`} label={words.open} />
      </Actions>
      <p className="hint on-screen">{words.print}</p>
      <div data-enhance="sent" />
    </Page>
  )
}
