import { type DutyItem, reasonLengthMax } from './model.ts'
import { type Columns, type Known, openRow, type ReadRow, type TableCells } from './table-cells.ts'

/** Columns of a table of the duty list 职责清单. */
export const dutyColumns = {
  id: { titles: ['编号', '序号', 'id', 'number', 'no.'], lengthMax: 40, needed: true },
  item: {
    titles: ['职责事项', '事项', '职责', 'item', 'matter', 'duty'],
    lengthMax: 200,
    needed: true,
  },
  category: { titles: ['分类', '诉求分类', 'category'], lengthMax: 40, needed: true },
  division: { titles: ['区划', '范围', '地点', 'division', 'where', 'place'], lengthMax: 40 },
  lead: { titles: ['主办单位', 'lead', 'leadoffice'], lengthMax: 100, needed: true },
  assisting: {
    titles: ['协办单位', 'assisting', 'assistingoffices'],
    lengthMax: reasonLengthMax,
  },
  legalBasis: {
    titles: ['法律依据', '依据', 'legalbasis', 'basis'],
    lengthMax: 500,
    needed: true,
  },
  limit: { titles: ['时限', '办理时限', 'limit'], lengthMax: 20 },
  limitUnit: { titles: ['时限单位', 'limitunit', 'unit', 'unitofthelimit'], lengthMax: 20 },
  validFrom: { titles: ['生效日期', 'validfrom', 'from'], lengthMax: 30 },
  validTo: { titles: ['失效日期', 'validto', 'until'], lengthMax: 30 },
  note: { titles: ['备注', 'note'], lengthMax: 500 },
} as const satisfies Columns<string>

/** Reads one row of a duty list; an item without a first day holds from `from`. */
export function readDutyRow(row: TableCells, known: Known, from: string): ReadRow<DutyItem> {
  const { faults, text, ...read } = openRow(row, dutyColumns, known)
  const validFrom = read.day(dutyColumns.validFrom)
  const lead = read.office(dutyColumns.lead)
  const item: DutyItem = {
    id: text(dutyColumns.id),
    item: text(dutyColumns.item),
    category: read.category(dutyColumns.category) ?? '',
    division: read.division(dutyColumns.division),
    lead: lead ?? '',
    assisting: read.offices(dutyColumns.assisting).filter((office) => office !== lead),
    legalBasis: text(dutyColumns.legalBasis),
    limit: read.limit(dutyColumns.limit, dutyColumns.limitUnit),
    validFrom: validFrom ?? from,
    validTo: read.day(dutyColumns.validTo),
    note: text(dutyColumns.note),
  }
  const [refusal] = faults
  return refusal ? { refusal } : { item, dated: validFrom !== null }
}

/** What an item of the duty list is known by. */
export const dutyKey = ({ id }: DutyItem): string => id
