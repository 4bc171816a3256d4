import { ActionLink, Actions } from '#foundation/portal/Form.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { Page } from '#foundation/portal/Page.tsx'
import { ReceiptCard, type ReceiptCardProps } from '../parts/ReceiptCard.tsx'
import { portalWords } from '../words.ts'

/** What whoever joined without an account takes home: number and code, to look it up and to leave. */
export function JoinedPage(card: ReceiptCardProps) {
  const words = useWords(portalWords)
  return (
    <Page title={words.join.joinedTitle} lead={words.join.joinedLead}>
      <ReceiptCard {...card} />
      <Actions>
        <ActionLink href={`/matters/${card.number}`} label={words.receipt.open} />
      </Actions>
      <p className="hint on-screen">{words.receipt.print}</p>
    </Page>
  )
}
