import { Readable } from 'node:stream'
import type { Database } from '#foundation/server/database.ts'
import type { Day } from '#foundation/time.ts'
import { importDutyList, importTownshipList } from '#matters/dispatch/server/lists/import-lists.ts'
import { demoCategories } from './categories.ts'
import { demoOffice } from './people.ts'
import type { DemoOfficeKey } from './people-names.ts'
import { demoCounty } from './places-names.ts'

type Duty = readonly [
  item: string,
  category: string,
  lead: DemoOfficeKey,
  assisting: readonly DemoOfficeKey[],
  basis: string,
  limit: string,
  part?: string,
]

/** Duty list 职责清单 of the invented county. The rules it cites do not exist either, and say so. */
const duties: readonly Duty[] = [
  ['城市道路和人行道修补', '道路破损', 'urban', [], '城市道路养护办法第六条', '3 个工作日'],
  ['路灯维护', '路灯照明', 'urban', [], '城市照明管理办法第九条', '2 个工作日'],
  ['井盖补缺和加固', '井盖缺损', 'urban', [], '窨井盖安全管理办法第五条', '1 个工作日'],
  ['城区排水和积水', '排水积水', 'housing', ['urban'], '城镇排水管理办法第十一条', '3 个工作日'],
  ['信号灯、标志和标线', '交通信号标志', 'traffic', [], '道路交通设施管理办法第四条', '3 个工作日'],
  ['城区供水和抢修', '停水与水压', 'water', ['housing'], '供水服务公约第三条', ''],
  ['自来水水质', '饮水水质', 'water', ['health'], '供水服务公约第七条', ''],
  ['燃气供应服务', '燃气供应', 'housing', [], '燃气管理办法第十条', ''],
  ['城区生活垃圾清运', '垃圾清运', 'urban', ['chengguan'], '生活垃圾管理办法第八条', '1 个工作日'],
  [
    '桥头镇生活垃圾清运',
    '垃圾清运',
    'qiaotou',
    ['urban'],
    '乡镇履行职责事项清单第 12 项',
    '2 个工作日',
    '100000',
  ],
  ['占道经营和店外经营', '占道经营', 'urban', ['chengguan'], '市容管理办法第十五条', '2 个工作日'],
  ['餐饮油烟', '油烟扰民', 'urban', ['ecology'], '市容管理办法第二十条', '5 个工作日'],
  ['建筑施工噪声', '施工噪声', 'ecology', ['housing'], '噪声污染防治办法第七条', '2 个工作日'],
  ['河道排污', '污水与河道', 'ecology', ['agriculture'], '水环境保护办法第十二条', '5 个工作日'],
  [
    '秸秆和垃圾露天焚烧',
    '焚烧冒烟',
    'ecology',
    ['agriculture'],
    '大气污染防治办法第九条',
    '1 个工作日',
  ],
  ['物业服务监督', '物业服务', 'housing', ['chengguan'], '物业管理办法第三十条', '10 个工作日'],
  ['电梯安全监察', '电梯故障', 'market', ['housing'], '电梯安全管理办法第六条', '2 个工作日'],
  ['电梯困人处置', '电梯困人', 'market', ['housing'], '电梯安全管理办法第八条', ''],
  ['房屋渗漏维修督促', '房屋漏水', 'housing', [], '房屋使用安全管理办法第十四条', '10 个工作日'],
  ['违法建设查处', '违法建设', 'urban', ['housing'], '违法建设治理办法第五条', '15 个工作日'],
  ['公交线路和班次', '公交线路', 'transport', [], '公共汽车客运办法第十八条', '5 个工作日'],
  ['机动车违法停放', '机动车乱停放', 'traffic', [], '道路停车管理办法第十一条', '1 个工作日'],
  ['公共停车位建设', '停车位不足', 'urban', ['traffic'], '停车设施建设办法第四条', '15 个工作日'],
  ['拖欠工资处置', '拖欠工资', 'labour', ['housing'], '农民工工资保障办法第三条', '10 个工作日'],
  ['县乡公路养护', '农村公路', 'transport', [], '农村公路养护办法第六条', '5 个工作日'],
  [
    '桥头镇村道日常养护',
    '农村公路',
    'qiaotou',
    ['transport'],
    '乡镇履行职责事项清单第 20 项',
    '5 个工作日',
    '100000',
  ],
  ['小型农田水利维护', '农田水利', 'agriculture', [], '农田水利管护办法第九条', '10 个工作日'],
  [
    '桥头镇小型水利维护',
    '农田水利',
    'qiaotou',
    ['agriculture'],
    '乡镇履行职责事项清单第 23 项',
    '10 个工作日',
    '100000',
  ],
  ['餐饮食品安全', '食品安全', 'market', [], '食品安全监督办法第十六条', '5 个工作日'],
  ['消费投诉调解', '消费纠纷', 'market', [], '消费者权益保护办法第二十一条', '10 个工作日'],
]

type TownshipDuty = readonly [
  part: string,
  item: string,
  category: string,
  kind: '基本履职' | '配合履职' | '收回',
  department: DemoOfficeKey | '',
  departmentDuty: string,
  townshipDuty: string,
]

/** Lists of townships and of one community: what is theirs, where they only help, and what departments took back. */
const townshipDuties: readonly TownshipDuty[] = [
  ['100000', '村道日常养护', '农村公路', '基本履职', '', '', '巡查、清扫、小修。'],
  ['100000', '镇域生活垃圾清运', '垃圾清运', '基本履职', '', '', '收集、转运到县中转站。'],
  ['100000', '小型水利设施维护', '农田水利', '基本履职', '', '', '清淤、补漏、调度用水。'],
  ['100000', '秸秆禁烧', '焚烧冒烟', '配合履职', 'ecology', '执法查处。', '宣传劝导，发现后报告。'],
  [
    '100000',
    '违法建设治理',
    '违法建设',
    '配合履职',
    'urban',
    '认定、查处、拆除。',
    '巡查发现并报告。',
  ],
  ['100000', '餐饮单位监督检查', '食品安全', '收回', 'market', '检查和处罚。', ''],
  ['100000', '房屋安全鉴定', '房屋漏水', '收回', 'housing', '组织鉴定。', ''],
  [
    '001000',
    '物业矛盾协调',
    '物业服务',
    '配合履职',
    'housing',
    '监督检查物业企业。',
    '组织业主和物业协商。',
  ],
  ['001000', '占道经营治理', '占道经营', '配合履职', 'urban', '执法查处。', '劝导和疏导点管理。'],
  ['001000', '电梯安全监察', '电梯故障', '收回', 'market', '检查和处罚。', ''],
  ['001001', '楼道堆物劝导', '消防通道', '基本履职', '', '', '发现、劝导、协助清理。'],
]

/** Number of the item by which a category is the duty of an office. */
export function dutyItemOf(category: string, lead: string): string {
  const place = duties.findIndex(
    ([, name, office]) => name === category && demoOffice(office) === lead,
  )
  if (place < 0) throw new Error(`no duty for ${category}`)
  return itemNumber(place)
}

const itemNumber = (place: number) => `HA-${String(place + 1).padStart(2, '0')}`

const codes = new Map(demoCategories.map(({ name, code }) => [name, code]))

/** Code of a category of the demo by its name. */
export function categoryCode(name: string): string {
  const code = codes.get(name)
  if (code === undefined) throw new Error(`no category ${name}`)
  return code
}

const divisionCode = (part: string) => `${demoCounty.number}${part}`
const example = (basis: string) => `示例依据：《禾安县${basis.replace(/第/, '》第')}`
const officeId = (key: DemoOfficeKey | '') => (key === '' ? '' : demoOffice(key))

/** The tables as a county would hand them in, one JSON object a line. */
function tableOf(rows: readonly object[]): Readable {
  return Readable.from(
    rows.map((row) => `${JSON.stringify(row)}\n`),
    { objectMode: false },
  )
}

const dutyTable = () =>
  tableOf(
    duties.map(([item, category, lead, assisting, basis, limit, part], i) => ({
      编号: itemNumber(i),
      职责事项: item,
      分类: categoryCode(category),
      区划: part === undefined ? '' : divisionCode(part),
      主办单位: demoOffice(lead),
      协办单位: assisting.map(demoOffice).join('、'),
      法律依据: example(basis),
      时限: limit,
    })),
  )

const townshipTable = () =>
  tableOf(
    townshipDuties.map(
      ([part, item, category, kind, department, departmentDuty, townshipDuty]) => ({
        区划: divisionCode(part),
        事项: item,
        分类: categoryCode(category),
        清单类别: kind,
        责任部门: officeId(department),
        部门职责: departmentDuty,
        配合职责: townshipDuty,
        法律依据: example('乡镇（街道）履行职责事项清单第一条'),
      }),
    ),
  )

/** Loads both lists the way a county imports its own; again changes nothing. */
export async function loadDemoLists(database: Database, from: Day, now: Date): Promise<void> {
  const options = { county: demoCounty.number, from, dryRun: false, now }
  const lists = [
    await importDutyList(database, { ...options, source: dutyTable() }),
    await importTownshipList(database, { ...options, source: townshipTable() }),
  ]
  for (const { troubles } of lists)
    if (troubles[0])
      throw new Error(`demo list, row ${troubles[0].row}: ${troubles[0].refusal.key}`)
}
