import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { fill } from '#foundation/languages.ts'
import { declineProposal, takeProposal } from '../../spikes/contract.ts'
import type { ProposalView } from './proposal-view.ts'
import { useSayMonth, useSayYears } from './say-years.ts'
import { useSpikesWords } from './spikes-words.ts'

type DecideProps = { proposal: ProposalView; onClose: () => void }

/** Takes a proposal up, with what is to be done; or declines it, with why. */
export function DecideProposal({
  deciding,
  ...props
}: DecideProps & { deciding: 'take' | 'decline' }) {
  return deciding === 'take' ? <Take {...props} /> : <Decline {...props} />
}

function Take({ proposal, onClose }: DecideProps) {
  const { proposals: words, field } = useSpikesWords()
  const sayYears = useSayYears()
  const sayMonth = useSayMonth()
  const known = fill(words.takeWords, {
    month: sayMonth(proposal.from, 'alone'),
    category: proposal.categoryName,
    division: proposal.divisionName ?? proposal.division,
    years: sayYears(proposal.years),
  })
  const form = useCommandForm(takeProposal, { words: known }, (fields, actId) => ({
    ...{ proposal: proposal.id, actId },
    ...fields,
  }))
  return (
    <FormDialog
      title={words.take}
      open
      onClose={onClose}
      lead={words.takeLead}
      send={words.take}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(({ number }) => {
          onClose()
          tellDone(fill(words.taken, { number }))
        })
      }
    >
      <TextField
        label={field.words}
        error={form.trouble.at('words')}
        value={form.fields.words}
        onChange={(said) => form.change({ words: said })}
        rows={6}
        maxLength={2000}
        required
        autoFocus
      />
    </FormDialog>
  )
}

function Decline({ proposal, onClose }: DecideProps) {
  const { proposals: words, field } = useSpikesWords()
  const form = useCommandForm(declineProposal, { reason: '' }, (fields) => ({
    proposal: proposal.id,
    ...fields,
  }))
  return (
    <FormDialog
      title={words.decline}
      open
      onClose={onClose}
      lead={words.declineLead}
      send={words.decline}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() =>
        form.send(() => {
          onClose()
          tellDone(words.declined)
        })
      }
    >
      <TextField
        label={field.reason}
        error={form.trouble.at('reason')}
        value={form.fields.reason}
        onChange={(reason) => form.change({ reason })}
        rows={3}
        maxLength={500}
        required
        autoFocus
      />
    </FormDialog>
  )
}
