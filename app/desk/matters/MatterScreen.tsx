import '#matters/matter/desk/matter.css'
import { useParams } from '@tanstack/react-router'
import { MatterPane } from './MatterPane.tsx'

/** One matter at an address of its own. */
export function MatterScreen() {
  const { number = '' } = useParams({ strict: false }) as { number?: string }
  return (
    <div className="lone">
      <MatterPane key={number} number={number} />
    </div>
  )
}
