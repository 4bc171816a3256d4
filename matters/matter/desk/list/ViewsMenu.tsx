import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useTrouble } from '#foundation/desk/form/use-trouble.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Menu } from '#foundation/desk/parts/Menu.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { useAsk, useDo } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { dropView, savedViews, saveView } from '../../lists/views-contract.ts'
import { useMatterWords } from '../matter-words.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import type { useColumns } from './use-columns.ts'
import { type SavedView, type ViewAsked, viewAddress } from './view-address.ts'

type ViewsMenuProps = {
  /** What is on the screen just now. */
  asked: ViewAsked
  columns: ReturnType<typeof useColumns>
}

/** The own views of lists: go to one, keep what is on the screen as one, drop it; and which columns are shown. */
export function ViewsMenu({ asked, columns }: ViewsMenuProps) {
  const { list } = useMatterWords().desk
  const [open, setOpen] = useState<'columns' | 'save' | null>(null)
  const views = useAsk(savedViews, {}, { freshSeconds: 60 }).data?.views ?? []
  const navigate = useNavigate()
  const drop = useDroppedView()
  const here = viewAddress(asked)
  const current = views.find((view) => viewAddress(view) === here)
  const goTo = (view: SavedView) => {
    const [to, query] = viewAddress(view).split('?')
    const search = Object.fromEntries(new URLSearchParams(query))
    void navigate({ to: to as string, search: search as never })
  }
  return (
    <>
      <Menu
        label={list.views}
        groups={[
          {
            heading: list.viewsMine,
            entries: views.map((view) => ({
              key: view.id,
              label: view.name,
              current: view === current,
              run: () => goTo(view),
            })),
          },
          {
            entries: [
              { key: 'save', label: list.viewSave, run: () => setOpen('save') },
              ...(current
                ? [
                    {
                      key: 'drop',
                      label: fill(list.viewDrop, { name: current.name }),
                      run: () => drop(current),
                    },
                  ]
                : []),
              { key: 'columns', label: list.chooseColumns, run: () => setOpen('columns') },
            ],
          },
        ].filter(({ entries }) => entries.length > 0)}
      />
      {open === 'columns' ? (
        <ColumnsDialog
          chosen={columns.chosen}
          onChoose={columns.choose}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'save' ? (
        <SaveView
          asked={asked}
          name={current?.name ?? ''}
          onClose={() => setOpen(null)}
          onSaved={goTo}
        />
      ) : null}
    </>
  )
}

/** Drops a view, and brings it back if that was a slip. */
function useDroppedView() {
  const { list } = useMatterWords().desk
  const drop = useDo(dropView)
  const save = useDo(saveView)
  return ({ id, ...view }: SavedView) =>
    drop.mutate(
      { view: id },
      {
        onSuccess: () =>
          tellDone(fill(list.viewDropped, { name: view.name }), {
            label: list.viewUndo,
            run: () => save.mutate(view),
          }),
      },
    )
}

type SaveViewProps = {
  asked: ViewAsked
  name: string
  onClose: () => void
  onSaved: (view: SavedView) => void
}

function SaveView({ asked, name: before, onClose, onSaved }: SaveViewProps) {
  const { list } = useMatterWords().desk
  const [name, setName] = useState(before)
  const save = useDo(saveView)
  const trouble = useTrouble(save.error, ['name'])
  const send = () =>
    save.mutate(
      { ...asked, name },
      {
        onSuccess: (view) => {
          tellDone(fill(list.viewSaved, { name: view.name }))
          onClose()
          onSaved(view)
        },
      },
    )
  return (
    <FormDialog
      title={list.viewSaveTitle}
      open
      onClose={onClose}
      lead={list.viewSaveLead}
      send={list.viewSaveTitle}
      onSend={send}
      busy={save.isPending}
      trouble={trouble.rest}
    >
      <TextField
        label={list.viewName}
        hint={list.viewSaveSame}
        error={trouble.at('name')}
        value={name}
        onChange={setName}
        maxLength={30}
        required
        autoFocus
      />
    </FormDialog>
  )
}
