import type { RuleText } from '#foundation/rules-with-citations.ts'
import { analysisRules } from './analysis.ts'
import { evaluationRules } from './evaluation.ts'

/**
 * The rules a county begins with. Few of them are law: most limits of this work are set locally, and where no national
 * or own number was found the note says so. `source` tells what the number rests on, not how wise it is:
 * law (read as text; of another place where the citation names one), standard, secondary (a source at second hand),
 * county (a starting value, to be decided by the county). Names on screen: zh-CN.ts and en.ts beside.
 */

const jinanWeifang =
  '《济南市12345市民服务热线条例》第二十四条；《潍坊市12345政务服务便民热线条例》第二十条'
const beijing = '《北京市接诉即办工作条例》'
const noNumber = '未查到全国统一时数，系起始配置，由本县确定。'

const clocks: readonly RuleText[] = [
  {
    id: 'limit.acceptance',
    value: { kind: 'limit', limit: { unit: 'urgentHour', amount: 24 } },
    citation: 'GB/T 33358-2016《政府热线服务规范》：邮箱来件 24 小时内回应',
    source: 'standard',
    note: '标准只对邮箱来件定此时数，标准原文未逐条核对；用于各渠道的受理时限是本县配置。',
  },
  {
    id: 'limit.dispatching',
    value: { kind: 'limit', limit: { unit: 'workingHour', amount: 4 } },
    citation: `${beijing}第十一条（即时派单）`,
    source: 'county',
    note: `条例要求即时派单，未定时数。${noNumber}`,
  },
  {
    id: 'limit.signing',
    value: { kind: 'limit', limit: { unit: 'workingHour', amount: 4 } },
    citation: '本县配置',
    source: 'county',
    note: noNumber,
  },
  {
    id: 'limit.firstContact',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 1 } },
    citation: `${beijing}第十五条（及时联系诉求人）`,
    source: 'county',
    note: `条例要求及时联系，未定时数。${noNumber}`,
  },
  {
    id: 'limit.completion.urgent',
    value: { kind: 'limit', limit: { unit: 'urgentHour', amount: 2 } },
    citation: `${beijing}第十三条授权确定时限；北京四级时限之 2 小时（突发、危及人身安全）`,
    source: 'secondary',
    note: '2 小时出自转载材料，未见正式文本。紧急工作时连续计算，夜间和节假日计入。',
  },
  {
    id: 'limit.completion.lifeline',
    value: { kind: 'limit', limit: { unit: 'urgentHour', amount: 24 } },
    citation: `${beijing}第十三条授权确定时限；北京四级时限之 24 小时（水、电、气、热）`,
    source: 'secondary',
    note: '24 小时出自转载材料，未见正式文本。紧急工作时连续计算，夜间和节假日计入。',
  },
  {
    id: 'limit.completion.general',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 5 } },
    citation: jinanWeifang,
    source: 'law',
    note: '两市条例规定 5 个工作日内答复和反馈，法律法规另有更长期限的从其规定并告知进展。本县所在地如有自己的规定，应改用。',
  },
  {
    id: 'limit.completion.complex',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 15 } },
    citation: `本县配置；参照北京四级时限之 15 日（复杂疑难，${beijing}第十三条授权确定）`,
    source: 'county',
    note: '北京的 15 日出自转载材料，且为自然日；此处取 15 个工作日，是本县配置。',
  },
  {
    id: 'limit.checking',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 2 } },
    citation: '本县配置',
    source: 'county',
    note: `核查时限各地不一。${noNumber}`,
  },
  {
    id: 'limit.rework',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 5 } },
    citation: '本县配置；返工依据：《济南市12345市民服务热线条例》第二十七条（退回重新办理）',
    source: 'county',
    note: '条例规定未办结或不满意的退回二次办理，未定返工时数；此处与一般诉求相同。',
  },
  {
    id: 'limit.callBack',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 3 } },
    citation: `${beijing}第二十三条；《济南市12345市民服务热线条例》第二十七条（逐件回访）`,
    source: 'county',
    note: `两部条例要求回访，未定时数。${noNumber}`,
  },
]

const disputes: readonly RuleText[] = [
  {
    id: 'window.objection',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 1 } },
    citation: `${beijing}第十四条（派单异议审核）`,
    source: 'county',
    note: `条例未定提出异议的期限；信访事项的“非本机关职责”异议为 5 个工作日（《信访工作条例》第二十三条），不适用于普通诉求。${noNumber}`,
  },
  {
    id: 'limit.objectionDecision',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 2 } },
    citation: '本县配置；裁定后不得再退：《潍坊市12345政务服务便民热线条例》第二十二条',
    source: 'county',
    note: noNumber,
  },
  {
    id: 'count.extensions',
    value: { kind: 'count', count: 2 },
    citation: '某市数字城管通知（2014）：一次延期、再次延期分级审批',
    source: 'secondary',
    note: '出自转载的地方通知。延期须依法并向居民说明理由（《北京市接诉即办工作条例》）。',
  },
  {
    id: 'limit.extension',
    value: { kind: 'limit', limit: { unit: 'workingDay', amount: 10 } },
    citation: '本县配置',
    source: 'county',
    note: `单次延期最长时间。${noNumber}`,
  },
  {
    id: 'list.extensionApprovers',
    value: { kind: 'list', items: ['dispatcher', 'leader'] },
    citation: '某市数字城管通知（2014）：首次由值班负责人批准，再次逐级报中心领导',
    source: 'secondary',
    note: '第几项即第几次延期由谁批准（岗位代码）。出自转载的地方通知，岗位对应是本县配置。',
  },
  {
    id: 'list.suspensionApprovers',
    value: { kind: 'list', items: ['leader'] },
    citation: '本县配置；挂账须有理由、批准人和唤醒日期（数字化城市管理做法）',
    source: 'county',
    note: '岗位代码。挂账的案件不计入应结案数，因此不得由承办单位自行批准。',
  },
  {
    id: 'window.suspension',
    value: { kind: 'days', days: 90 },
    citation: '本县配置',
    source: 'county',
    note: `挂账到唤醒日期最长的自然日数。${noNumber}`,
  },
]

const residents: readonly RuleText[] = [
  {
    id: 'window.reopen',
    value: { kind: 'days', days: 15 },
    citation: '本县配置',
    source: 'county',
    note: `结案后居民可以说“没有解决”并重新打开的自然日数。${noNumber}`,
  },
  {
    id: 'window.rating',
    value: { kind: 'days', days: 30 },
    citation: '本县配置；自愿评价，一事一评：政务服务“好差评”',
    source: 'county',
    note: `结案后居民可以评价的自然日数。${noNumber}`,
  },
  {
    id: 'window.receiptEdit',
    value: { kind: 'minutes', minutes: 30 },
    citation: '本县配置',
    source: 'county',
    note: '提交后未受理前，居民凭回执改正内容的分钟数。',
  },
  {
    id: 'window.urgeAgain',
    value: { kind: 'hours', hours: 24 },
    citation: '本县配置',
    source: 'county',
    note: '超期后居民两次催办之间至少间隔的小时数。',
  },
  {
    id: 'count.callBackTries',
    value: { kind: 'count', count: 3 },
    citation: '本县配置',
    source: 'county',
    note: '回访未接通最多尝试的次数；未接通既不算满意，也不算不满意。',
  },
  {
    id: 'window.calls',
    value: {
      kind: 'windows',
      spans: [
        [540, 720],
        [870, 1200],
      ],
    },
    citation: '本县配置',
    source: 'county',
    note: '可以给居民打回访电话的时段（当日零点起的分钟数）：9:00–12:00，14:30–20:00。',
  },
  {
    id: 'count.ratingsForDisplay',
    value: { kind: 'count', count: 10 },
    citation: '本县配置；评价人信息对被评价人保密：政务服务“好差评”',
    source: 'county',
    note: '评价少于此数时不显示比率，以免从小数目认出是谁评的。',
  },
]

const house: readonly RuleText[] = [
  {
    id: 'office.hours',
    value: {
      kind: 'officeHours',
      spans: [
        [510, 720],
        [840, 1050],
      ],
    },
    citation: '本县配置',
    source: 'county',
    note: '办公时间（当日零点起的分钟数）：8:30–12:00，14:00–17:30。冬夏作息不同的，各设一个生效日期。',
  },
  {
    id: 'analysis.certaintyMin',
    value: { kind: 'share', share: 0.7 },
    citation: '本县配置',
    source: 'county',
    note: '分类建议的把握低于此值时不预选，由人判断。建议只供参考，不自动作出决定。',
  },
  {
    id: 'count.signInFailures',
    value: { kind: 'count', count: 5 },
    citation: 'GB/T 22239-2019 身份鉴别：登录失败处理',
    source: 'secondary',
    note: '标准要求限制失败次数，5 次是测评惯例，不是标准原文。',
  },
  {
    id: 'window.signInLock',
    value: { kind: 'minutes', minutes: 15 },
    citation: 'GB/T 22239-2019 身份鉴别：登录失败处理',
    source: 'county',
    note: '锁定分钟数标准未定，系本县配置。',
  },
  {
    id: 'window.idle',
    value: { kind: 'minutes', minutes: 30 },
    citation: 'GB/T 22239-2019 身份鉴别：连接超时自动退出',
    source: 'secondary',
    note: '标准要求超时退出，30 分钟是测评惯例，不是标准原文。',
  },
  {
    id: 'list.secondFactorPosts',
    value: { kind: 'list', items: ['systemAdmin', 'securityAdmin', 'auditAdmin'] },
    citation: 'GB/T 22239-2019 8.1.4.1 d) 身份鉴别：两种或两种以上组合的鉴别技术',
    source: 'standard',
    note: '岗位代码；这些岗位首次登录须先设置动态验证码。标准的要求针对三级系统，只对管理员要求是本县配置。',
  },
  {
    id: 'delegation.daysMax',
    value: { kind: 'days', days: 30 },
    citation: '本县配置',
    source: 'county',
    note: '岗位一次委托代行最长的自然日数。',
  },
  {
    id: 'count.uploadFiles',
    value: { kind: 'count', count: 9 },
    citation: '本县配置',
    source: 'county',
    note: '一次提交最多的附件数。',
  },
  {
    id: 'count.uploadBytes',
    value: { kind: 'count', count: 20_971_520 },
    citation: '本县配置',
    source: 'county',
    note: '单个附件最大的字节数（20 MiB）。',
  },
  {
    id: 'list.uploadKinds',
    value: { kind: 'list', items: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] },
    citation: '本县配置',
    source: 'county',
    note: '可以上传的文件类型，按文件内容识别，不看文件名。',
  },
  {
    id: 'window.identityKept',
    value: { kind: 'days', days: 730 },
    citation: '《中华人民共和国个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间',
    source: 'county',
    note: '归档后联系人信息保留的自然日数；法律只要求最短，天数是本县配置。',
  },
  {
    id: 'window.logsKept',
    value: { kind: 'days', days: 183 },
    citation: '《中华人民共和国网络安全法》第二十三条：网络日志留存不少于六个月',
    source: 'law',
    note: '2025 年修改后的条号，原第二十一条。只能延长，不能缩短。',
  },
]

/** Every rule a county begins with; ids are unique. */
export const starterRules: readonly RuleText[] = [
  ...clocks,
  ...disputes,
  ...residents,
  ...evaluationRules,
  ...analysisRules,
  ...house,
]
