import { Button } from '#foundation/desk/parts/Button.tsx'
import { Checkbox } from '#foundation/desk/parts/Checkbox.tsx'
import { Dialog } from '#foundation/desk/parts/Dialog.tsx'
import { Sign } from '#foundation/desk/parts/Sign.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { columnMoved, type ListColumn, listColumns, usualColumns } from '../../lists/columns.ts'
import { useMatterWords } from '../matter-words.ts'

type ColumnsDialogProps = {
  chosen: readonly ListColumn[]
  onChoose: (columns: readonly ListColumn[]) => void
  onClose: () => void
}

/** Which columns stand in the list and in which order; the list beside changes at once. */
export function ColumnsDialog({ chosen, onChoose, onClose }: ColumnsDialogProps) {
  const { list } = useMatterWords().desk
  const screen = useScreenWords()
  const others = listColumns.filter((name) => !chosen.includes(name))
  return (
    <Dialog
      title={list.columns}
      open
      onClose={onClose}
      actions={
        <>
          <Button kind="next" onPress={onClose}>
            {screen.done}
          </Button>
          <Button kind="quiet" onPress={() => onChoose(usualColumns)}>
            {list.columnsUsual}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{list.columnsHint}</p>
      <ul className="column-choice">
        {[...chosen, ...others].map((column) => (
          <ColumnRow key={column} column={column} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
    </Dialog>
  )
}

type ColumnRowProps = Pick<ColumnsDialogProps, 'chosen' | 'onChoose'> & { column: ListColumn }

function ColumnRow({ column, chosen, onChoose }: ColumnRowProps) {
  const { list, column: names } = useMatterWords().desk
  const label = names[column]
  const shown = chosen.includes(column)
  if (column === 'title') return <li>{fill(list.columnAlways, { column: label })}</li>
  const change = (on: boolean) =>
    onChoose(on ? [...chosen, column] : chosen.filter((name) => name !== column))
  return (
    <li>
      <Checkbox label={label} checked={shown} onChange={change} />
      {shown ? (
        <>
          <Button
            kind="quiet"
            label={fill(list.columnUp, { column: label })}
            onPress={() => onChoose(columnMoved(chosen, column, -1))}
          >
            <Sign name="up" />
          </Button>
          <Button
            kind="quiet"
            label={fill(list.columnDown, { column: label })}
            onPress={() => onChoose(columnMoved(chosen, column, 1))}
          >
            <Sign name="down" />
          </Button>
        </>
      ) : null}
    </li>
  )
}
