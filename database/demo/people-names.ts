import type { OfficeKind, PostKind } from '#people/model.ts'
import { demoCounty, workers } from './places-names.ts'

/** Offices and officers of 禾安县 (He'an County): invented, like the county. Names are plants, seasons and good wishes. */
export type DemoOffice = {
  readonly name: string
  readonly nameEn: string
  readonly kind: OfficeKind
  /** Digits 7–12 of the division it works for; the whole county without it. */
  readonly part?: string
  readonly parent?: string
  readonly duties: string
}

export const demoOfficeTexts = {
  centre: {
    name: '县社会治理指挥中心',
    nameEn: 'County Social Governance Command Centre',
    kind: 'government',
    duties: '受理、研判、派遣、督办群众诉求，核查办理结果。',
  },
  urban: {
    name: '县城市管理局',
    nameEn: 'County Urban Management Bureau',
    kind: 'government',
    duties: '市容环境、环卫、市政设施、路灯、户外广告、违法建设查处。',
  },
  housing: {
    name: '县住房和城乡建设局',
    nameEn: 'County Housing and Construction Bureau',
    kind: 'government',
    duties: '物业管理指导、房屋安全、工程质量、排水、燃气。',
  },
  transport: {
    name: '县交通运输局',
    nameEn: 'County Transport Bureau',
    kind: 'government',
    duties: '县乡公路养护、客运、公交、渡口。',
  },
  ecology: {
    name: '县生态环境分局',
    nameEn: 'County Ecology and Environment Branch',
    kind: 'government',
    duties: '大气、水、噪声、固体废物污染防治监管。',
  },
  education: {
    name: '县教育局',
    nameEn: 'County Education Bureau',
    kind: 'government',
    duties: '学校管理、入学、校外培训监管。',
  },
  health: {
    name: '县卫生健康局',
    nameEn: 'County Health Bureau',
    kind: 'government',
    duties: '医疗服务监管、公共卫生、病媒生物防制。',
  },
  labour: {
    name: '县人力资源和社会保障局',
    nameEn: 'County Human Resources and Social Security Bureau',
    kind: 'government',
    duties: '就业、社会保险、劳动保障监察、欠薪处置。',
  },
  civil: {
    name: '县民政局',
    nameEn: 'County Civil Affairs Bureau',
    kind: 'government',
    duties: '社会救助、养老服务、地名、殡葬、基层政权建设。',
  },
  agriculture: {
    name: '县农业农村局',
    nameEn: 'County Agriculture and Rural Affairs Bureau',
    kind: 'government',
    duties: '农村人居环境、农资监管、动物防疫、农村集体资产。',
  },
  market: {
    name: '县市场监督管理局',
    nameEn: 'County Market Supervision Bureau',
    kind: 'government',
    duties: '消费维权、食品安全、价格、特种设备（电梯）监管。',
  },
  traffic: {
    name: '县公安局交警大队',
    nameEn: 'County Traffic Police Brigade',
    kind: 'government',
    duties: '道路交通秩序、信号灯、标志标线、停车秩序。',
  },
  water: {
    name: '县自来水公司',
    nameEn: 'County Water Company',
    kind: 'company',
    duties: '城区供水、水压、抄表、供水管道抢修。',
  },
  data: {
    name: '县数据局',
    nameEn: 'County Data Bureau',
    kind: 'government',
    duties: '本平台的运行维护。',
  },
  network: {
    name: '县委网信办',
    nameEn: 'County Cyberspace Office',
    kind: 'party',
    duties: '网络安全和个人信息保护的监督。',
  },
  audit: {
    name: '县审计局',
    nameEn: 'County Audit Bureau',
    kind: 'government',
    duties: '审计监督。',
  },
  works: {
    name: '县市政公用局',
    nameEn: 'County Public Works Bureau',
    kind: 'government',
    duties: '市政设施、公用事业。2024 年 3 月并入县城市管理局。',
  },
  chengguan: {
    name: '城关街道办事处',
    nameEn: 'Chengguan Subdistrict Office',
    kind: 'street',
    part: '001000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  qiaotou: {
    name: '桥头镇人民政府',
    nameEn: 'Qiaotou Town Government',
    kind: 'street',
    part: '100000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  liuxi: {
    name: '柳溪镇人民政府',
    nameEn: 'Liuxi Town Government',
    kind: 'street',
    part: '101000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  shiwan: {
    name: '石湾镇人民政府',
    nameEn: 'Shiwan Town Government',
    kind: 'street',
    part: '102000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  yunling: {
    name: '云岭乡人民政府',
    nameEn: 'Yunling Township Government',
    kind: 'street',
    part: '200000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  baiguo: {
    name: '白果乡人民政府',
    nameEn: 'Baiguo Township Government',
    kind: 'street',
    part: '201000',
    duties: '辖区公共服务、公共管理、公共安全。',
  },
  wenchang: {
    name: '文昌社区',
    nameEn: 'Wenchang Community',
    kind: 'community',
    part: '001001',
    parent: 'chengguan',
    duties: '居民服务、网格巡查。',
  },
  hejie: {
    name: '河街社区',
    nameEn: 'Hejie Community',
    kind: 'community',
    part: '001003',
    parent: 'chengguan',
    duties: '居民服务、网格巡查。',
  },
  qiaotouCommunity: {
    name: '桥头社区',
    nameEn: 'Qiaotou Community',
    kind: 'community',
    part: '100001',
    parent: 'qiaotou',
    duties: '居民服务、网格巡查。',
  },
  shuangqiao: {
    name: '双桥村',
    nameEn: 'Shuangqiao Village',
    kind: 'community',
    part: '100200',
    parent: 'qiaotou',
    duties: '村民服务、网格巡查。',
  },
} as const satisfies Record<string, DemoOffice>

export type DemoOfficeKey = keyof typeof demoOfficeTexts

type Seat = readonly [office: DemoOfficeKey, kind: PostKind, title: string]
type DemoOfficer = {
  readonly name: string
  readonly seats: readonly Seat[]
  readonly login?: string
}

const handles = (office: DemoOfficeKey): Seat => [office, 'handler', '承办岗']
const heads = (office: DemoOfficeKey): Seat => [office, 'chief', '主要负责人']
const patrols = (office: DemoOfficeKey): Seat => [office, 'gridWorker', '专职网格员']

export const demoOfficerTexts = {
  operator: { name: '林望舒', seats: [['centre', 'operator', '受理一岗']], login: 'operator' },
  // Two posts in one person: the night shift both takes in and dispatches.
  night: {
    name: '江采薇',
    seats: [
      ['centre', 'operator', '受理二岗（夜班）'],
      ['centre', 'dispatcher', '派遣二岗（夜班）'],
    ],
    login: 'night',
  },
  dispatcher: {
    name: '沈知秋',
    seats: [['centre', 'dispatcher', '派遣一岗']],
    login: 'dispatcher',
  },
  checker: { name: '季南星', seats: [['centre', 'checker', '核查岗']], login: 'checker' },
  leader: { name: '顾怀山', seats: [['centre', 'leader', '值班领导']], login: 'leader' },
  handler: { name: '陆远志', seats: [handles('urban')], login: 'handler' },
  urbanChief: { name: '杜若飞', seats: [heads('urban')] },
  handler2: { name: '方柏年', seats: [handles('housing')], login: 'handler2' },
  housingChief: { name: '程丹青', seats: [heads('housing')] },
  transport: { name: '马行远', seats: [handles('transport')] },
  ecology: { name: '简清源', seats: [handles('ecology')] },
  education: { name: '文以宁', seats: [handles('education')] },
  health: { name: '安平和', seats: [handles('health')] },
  labour: { name: '路正业', seats: [handles('labour')] },
  civil: { name: '颜如松', seats: [handles('civil')] },
  agriculture: { name: '田有禾', seats: [handles('agriculture')] },
  market: { name: '金衡平', seats: [handles('market')] },
  traffic: { name: '车守义', seats: [handles('traffic')] },
  water: { name: '泉长流', seats: [handles('water')] },
  chengguan: { name: '容百川', seats: [handles('chengguan')] },
  town: { name: '石长青', seats: [handles('qiaotou')], login: 'town' },
  townChief: { name: '温玉竹', seats: [heads('qiaotou')] },
  liuxi: { name: '叶望春', seats: [handles('liuxi')] },
  shiwan: { name: '宋青石', seats: [handles('shiwan')] },
  yunling: { name: '云初晴', seats: [handles('yunling')] },
  baiguo: { name: '梅向暖', seats: [handles('baiguo')] },
  // The grid workers whose public names stand on the first grids of their communities (places-names.ts).
  grid: { name: workers[0] ?? '', seats: [patrols('wenchang')], login: 'grid' },
  hejieGrid: { name: workers[4] ?? '', seats: [patrols('hejie')] },
  qiaotouGrid: { name: workers[10] ?? '', seats: [patrols('qiaotouCommunity')] },
  shuangqiaoGrid: { name: workers[11] ?? '', seats: [patrols('shuangqiao')] },
  sysadmin: { name: '韩半夏', seats: [['data', 'systemAdmin', '系统管理员']], login: 'sysadmin' },
  secadmin: {
    name: '严景天',
    seats: [['network', 'securityAdmin', '安全管理员']],
    login: 'secadmin',
  },
  audit: { name: '郑重楼', seats: [['audit', 'auditAdmin', '审计管理员']], login: 'audit' },
} as const satisfies Record<string, DemoOfficer>

export type DemoOfficerKey = keyof typeof demoOfficerTexts

/** 12-digit code of an office's division; null for the whole county. */
export function divisionOf(office: DemoOfficeKey): string | null {
  const { part } = demoOfficeTexts[office] as DemoOffice
  return part ? `${demoCounty.number}${part}` : null
}
