import { fill } from '#foundation/languages.ts'
import { Facts, Section } from '#foundation/portal/Facts.tsx'
import { ActionLink, Actions } from '#foundation/portal/Form.tsx'
import { useFrame, useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { portalWords } from '../words.ts'

export type ReceiptProps = {
  readonly number: string
  readonly secret: string
  /** ISO 8601; null once accepted or refused. */
  readonly due: string | null
  /** ISO 8601: the report may be corrected until then; null when that is over. */
  readonly amendUntil: string | null
  /** Where number and code are typed in, without the protocol: read off paper. */
  readonly site: string
  /** QR code of the status page's address, inline SVG made by our own server. */
  readonly qr: string
}

/** What the sender takes home: number, secret, QR code, and what happens next. */
export function ReceiptPage({ number, secret, due, amendUntil, site, qr }: ReceiptProps) {
  const words = useWords(portalWords).receipt
  const { language, now } = useFrame()
  const spoken = secret.replace(/(.{5})/, '$1 ')
  return (
    <Page title={words.title} lead={words.lead} script="enhance">
      <Facts
        facts={[
          { name: words.number, value: <strong className="receipt-number">{number}</strong> },
          { name: words.secret, value: <strong className="receipt-number">{spoken}</strong> },
          { name: words.site, value: site },
        ]}
      />
      <figure className="receipt-code">
        <img src={`data:image/svg+xml;base64,${qr}`} alt={words.scan} width="176" height="176" />
        <figcaption>{words.scan}</figcaption>
      </figure>
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
