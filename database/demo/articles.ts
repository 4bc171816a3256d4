import { Readable } from 'node:stream'
import type { Database } from '#foundation/server/database.ts'
import { addDays, type Day } from '#foundation/time.ts'
import { importArticles } from '#matters/analyse/server/knowledge/import-articles.ts'
import { categoryCode } from './duty-list.ts'
import { demoCounty } from './places-names.ts'

type Question = {
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly category?: string
  readonly citation: string
  /** Days from the day the demo is loaded to its last: one ends soon, one has ended. */
  readonly endsIn?: number
}

const invented = '（演示用，县名、地点、电话均为虚构）'
const notice = (number: number) => `禾安县虚构通知〔2026〕${number} 号（演示）`

/** What the people of the invented county often ask. Laws are real and cited by number; notices of the county are not. */
const questions: readonly Question[] = [
  {
    title: '老年人优待证去哪里办',
    questions: ['办老年证', '老年卡怎么办', '65岁坐公交免费吗'],
    answer: `年满 65 周岁的老人，带身份证到户籍所在村、社区办理，材料齐全当场领取，不收费。也可以由家人代办，带上双方身份证。${invented}`,
    citation: '《中华人民共和国老年人权益保障法》第五十八条',
  },
  {
    title: '城乡居民医保什么时候缴费',
    questions: ['医保怎么交', '医保断缴了怎么补', '新生儿怎么参保'],
    answer: `每年 9 月 1 日至 12 月 31 日集中缴纳下一年的费用，可以在手机上缴，也可以到村、社区代办点缴。新生儿出生后 90 天内参保，从出生之日起享受待遇。${invented}`,
    citation: notice(1),
  },
  {
    title: '暖气不热找谁',
    questions: ['供暖温度不够', '暖气费能退吗', '测温'],
    answer: `先联系供热企业，工作人员 24 小时内上门测温。室温低于 18 摄氏度、属于供热企业责任的，按天退还热费。企业不处理的，可以直接在这里反映。${invented}`,
    citation: notice(2),
    endsIn: 20,
  },
  {
    title: '装修垃圾放在哪里、谁来运',
    questions: ['建筑垃圾怎么处理', '装修垃圾清运'],
    answer: `装修垃圾不能和生活垃圾混放。请装袋后放到小区指定的临时堆放点，由物业预约清运；没有物业的，向社区登记。费用由产生垃圾的住户承担。${invented}`,
    category: '垃圾清运',
    citation: notice(4),
  },
  {
    title: '被拖欠工资怎么办',
    questions: ['工资没发', '老板欠薪', '农民工讨薪去哪里'],
    answer: `保存好考勤、聊天记录和转账记录，可以向县人社局劳动保障监察机构投诉，也可以申请劳动仲裁。工程建设领域的农民工工资，由施工总承包单位先行清偿。${invented}`,
    category: '拖欠工资',
    citation: '《保障农民工工资支付条例》（国务院令第724号）第三十条',
  },
  {
    title: '小区业主怎样成立业主大会',
    questions: ['成立业委会', '换物业要什么手续'],
    answer: `由业主向所在街道、乡镇提出申请，街道、乡镇指导成立筹备组。选聘和解聘物业，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。${invented}`,
    category: '物业服务',
    citation: '《中华人民共和国民法典》第二百七十七条、第二百七十八条',
  },
  {
    title: '夜间施工几点以后不允许',
    questions: ['晚上施工太吵', '工地半夜施工'],
    answer: `晚上十点至次日早晨六点，居民区周边不得进行产生噪声的建筑施工，抢修、抢险和经批准的连续作业除外；经批准的要提前公告。${invented}`,
    category: '施工噪声',
    citation: notice(5),
  },
  {
    title: '秸秆可以在田里烧吗',
    questions: ['烧秸秆罚款', '焚烧稻草'],
    answer: `不可以。秸秆请还田，或者送到镇上的收储点。露天焚烧的，执法人员会当场制止并依法处理。${invented}`,
    category: '焚烧冒烟',
    citation: notice(6),
  },
  {
    title: '停水信息在哪里查',
    questions: ['什么时候来水', '今天停水吗'],
    answer: `计划停水提前 24 小时在供水公司公告栏和本网站公布，突发停水随时公布。停水超过 24 小时的，供水公司安排送水。${invented}`,
    category: '停水与水压',
    citation: '《城市供水条例》（国务院令第158号）第二十二条',
  },
  {
    title: '村里的账目在哪里看',
    questions: ['村务公开', '村集体收入支出'],
    answer: `村民委员会在村务公开栏公布收支，一般事项至少每季度公布一次，财务收支情况较多的每月公布一次。有疑问的可以向村务监督委员会提出。${invented}`,
    citation: '《中华人民共和国村民委员会组织法》（2025 年修订）第三十五条',
  },
  {
    title: '信访和热线有什么不同',
    questions: ['怎么上访', '信访去哪里', '信访多久答复'],
    answer: `这里受理求助、投诉、举报、咨询和建议。信访事项由信访部门依照条例办理，可以到县信访接待场所或者在网上提出；申诉求决类的事项，有权处理的单位自受理之日起 60 日内办结，情况复杂的可以延长，并告知理由。${invented}`,
    citation: '《信访工作条例》第三十四条',
  },
  {
    title: '冬季取暖补贴怎么申请',
    questions: ['取暖补助', '低保户取暖费'],
    answer: `低保对象不用申请，补贴直接发到银行卡；其他困难家庭向村、社区提出，乡镇审核后发放。${invented}`,
    citation: notice(3),
    endsIn: -5,
  },
]

/** Publishes the invented county's answers the way a county imports its own; again changes nothing. */
export async function loadDemoArticles(database: Database, since: Day, today: Day, now: Date) {
  const rows = questions.map(({ title, questions: asked, answer, category, citation, endsIn }) => ({
    标题: title,
    问法: asked.join('|'),
    答复: answer,
    分类: category === undefined ? '' : categoryCode(category),
    依据: citation,
    生效日期: since,
    失效日期: endsIn === undefined ? '' : addDays(today, endsIn),
  }))
  const source = Readable.from(
    rows.map((row) => `${JSON.stringify(row)}\n`),
    { objectMode: false },
  )
  const { troubles } = await importArticles(database, {
    ...{ county: demoCounty.number, source, from: since, dryRun: false, now },
  })
  const [first] = troubles
  if (first) throw new Error(`article in row ${first.row}: ${first.refusal.key}`)
}
