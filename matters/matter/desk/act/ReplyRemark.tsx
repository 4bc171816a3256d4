import { Mark } from '#foundation/screens/Mark.tsx'

/** Remarks on a reply from another room; null where there is nothing to remark on. */
export type RemarkOnReply = (reply: string) => string | null

/** A reminder beside a reply. It holds nothing back. */
export function ReplyRemark({ remark }: { remark: string | null | undefined }) {
  return (
    <div role="status">
      {remark ? (
        <p className="advice-special">
          <Mark tone="soon" />
          <span>{remark}</span>
        </p>
      ) : null}
    </div>
  )
}
