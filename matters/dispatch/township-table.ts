import { refuse } from '#foundation/refusal.ts'
import type { TownshipItem, TownshipKind } from './model.ts'
import {
  type Columns,
  type Known,
  openRow,
  plainTitle,
  type ReadRow,
  type TableCells,
} from './table-cells.ts'

/** Columns of a table of township and community lists 乡镇（街道）履职清单. */
export const townshipColumns = {
  division: {
    titles: ['区划', '乡镇街道', '乡镇（街道）', '地点', 'division', 'township', 'place'],
    lengthMax: 40,
    needed: true,
  },
  item: { titles: ['事项', '职责事项', 'item', 'matter'], lengthMax: 200, needed: true },
  category: { titles: ['分类', '诉求分类', 'category'], lengthMax: 40 },
  kind: { titles: ['清单类别', '类别', 'kind'], lengthMax: 20, needed: true },
  department: {
    titles: ['责任部门', '部门', 'department', 'responsibledepartment'],
    lengthMax: 100,
  },
  departmentDuty: {
    titles: ['部门职责', 'departmentduty', 'dutyofthedepartment'],
    lengthMax: 1000,
  },
  townshipDuty: {
    titles: ['乡镇配合职责', '配合职责', 'townshipduty', 'whatthetownshipdoes'],
    lengthMax: 1000,
  },
  legalBasis: {
    titles: ['法律依据', '依据', 'legalbasis', 'basis'],
    lengthMax: 500,
    needed: true,
  },
  validFrom: { titles: ['生效日期', 'validfrom', 'from'], lengthMax: 30 },
  validTo: { titles: ['失效日期', 'validto', 'until'], lengthMax: 30 },
} as const satisfies Columns<string>

const kindNames: Readonly<Record<string, TownshipKind>> = {
  basic: 'basic',
  cooperating: 'cooperating',
  takenback: 'takenBack',
  基本履职: 'basic',
  基本: 'basic',
  配合履职: 'cooperating',
  配合: 'cooperating',
  上级部门收回: 'takenBack',
  收回: 'takenBack',
}

/** Reads one row of a township's list; an item without a first day holds from `from`. */
export function readTownshipRow(
  row: TableCells,
  known: Known,
  from: string,
): ReadRow<TownshipItem> {
  const { faults, text, ...read } = openRow(row, townshipColumns, known)
  const kind = kindNames[plainTitle(text(townshipColumns.kind))]
  const validFrom = read.day(townshipColumns.validFrom)
  const item: TownshipItem = {
    division: read.division(townshipColumns.division) ?? '',
    item: text(townshipColumns.item),
    category: read.category(townshipColumns.category),
    kind: kind ?? 'basic',
    department: read.office(townshipColumns.department),
    departmentDuty: text(townshipColumns.departmentDuty),
    townshipDuty: text(townshipColumns.townshipDuty),
    legalBasis: text(townshipColumns.legalBasis),
    validFrom: validFrom ?? from,
    validTo: read.day(townshipColumns.validTo),
  }
  if (kind === undefined)
    faults.push(
      refuse('dispatch.row.kindUnknown', 'invalid', {
        values: { kind: text(townshipColumns.kind) },
      }),
    )
  // A list of the whole county is nobody's list: it names its township.
  if (item.division === '')
    faults.push(
      refuse('dispatch.divisionUnknown', 'invalid', {
        values: { division: text(townshipColumns.division) },
      }),
    )
  if (item.kind !== 'basic' && item.department === null)
    faults.push(refuse('dispatch.row.departmentMissing', 'invalid'))
  const [refusal] = faults
  return refusal ? { refusal } : { item, dated: validFrom !== null }
}

/** What an item of a township's list is known by. */
export const townshipKey = ({ division, item }: TownshipItem): string => `${division}\n${item}`
