import { type ReactNode, useEffect, useRef } from 'react'
import { useShortcut } from '../keys/shortcuts.ts'
import { Button } from '../parts/Button.tsx'
import { Sign } from '../parts/Sign.tsx'
import { useScreenWords } from '../setting.ts'

type SplitViewProps = {
  /** Name of the list, for the region. */
  label: string
  list: ReactNode
  /** The chosen thing; null while none is, and the list has the whole width. */
  detail: ReactNode | null
  detailLabel: string
  /** Changes with the chosen thing, so that the pane begins at its top. */
  detailKey: string | null
  onBack: () => void
}

/** List and matter side by side, beside the rail of queues; on a phone one of the three at a time. */
export function SplitView({ label, list, detail, detailLabel, detailKey, onBack }: SplitViewProps) {
  const words = useScreenWords()
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    if (detailKey === null) return
    pane.current?.scrollTo(0, 0)
    // What had the focus went away with the thing before.
    if (document.activeElement === document.body) pane.current?.focus()
  }, [detailKey])
  useShortcut(
    detail === null ? null : { keys: 'Escape', label: words.keys.back, group: 'here', run: onBack },
  )
  return (
    <div className={detail === null ? 'split' : 'split split-open'}>
      <section className="pane pane-list" aria-label={label}>
        {list}
      </section>
      {detail === null ? null : (
        <section className="pane pane-detail" aria-label={detailLabel} ref={pane} tabIndex={-1}>
          <div className="pane-back">
            <Button kind="quiet" onPress={onBack}>
              <Sign name="back" />
              {label}
            </Button>
          </div>
          {detail}
        </section>
      )}
    </div>
  )
}
