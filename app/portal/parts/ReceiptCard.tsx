import { Facts } from '#foundation/portal/Facts.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

export type ReceiptCardProps = {
  readonly number: string
  readonly secret: string
  /** Where number and code are typed in, without the protocol: read off paper. */
  readonly site: string
  /** QR code of the address that opens it, SVG made by our own server, in base 64. */
  readonly qr: string
}

/** Number and code, to be copied by hand, photographed or printed. */
export function ReceiptCard({ number, secret, site, qr }: ReceiptCardProps) {
  const words = useWords(portalWords).receipt
  const spoken = secret.replace(/(.{5})/, '$1 ')
  return (
    <>
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
    </>
  )
}
