import type { Category } from '#matters/analyse/model.ts'
import type { Urgency } from '#matters/matter/model.ts'

/** A second-level category: name, English name, words residents use for it, and its urgency where it is not general. */
type Leaf = readonly [name: string, nameEn: string, synonyms: string, urgency?: Urgency]

/**
 * The tree of categories of 禾安县, the invented county: made for the demo, drawn from no county's list and from no standard's
 * (the small classes of GB/T 30428.2 are not shipped; a county imports its own).
 */
const tree: readonly (readonly [name: string, nameEn: string, leaves: readonly Leaf[]])[] = [
  [
    '市政设施',
    'Streets and public works',
    [
      ['道路破损', 'Damaged road', '路面破损 路面坑洼 坑洞 路面裂缝 人行道破损 地砖松动 pothole'],
      ['路灯照明', 'Street lighting', '路灯 路灯不亮 路灯坏了 路灯损坏 没有路灯 street light'],
      ['井盖缺损', 'Missing manhole cover', '井盖 井盖丢失 井盖破损 井盖松动 窨井盖 manhole'],
      [
        '排水积水',
        'Drainage and standing water',
        '积水 内涝 下水道堵塞 排水不畅 雨水箅子 污水外溢 blocked drain',
      ],
      [
        '交通信号标志',
        'Traffic lights and signs',
        '红绿灯 信号灯 标志牌 斑马线 标线不清 traffic light',
      ],
      ['公共座椅护栏', 'Benches and railings', '护栏损坏 座椅损坏 健身器材 栏杆 bench railing'],
    ],
  ],
  [
    '水电气热',
    'Water, power, gas, heat',
    [
      [
        '停水与水压',
        'Water supply',
        '停水 没水 断水 水压低 水压不足 爆管 水管破裂 no water',
        'lifeline',
      ],
      ['饮水水质', 'Water quality', '水质浑浊 自来水发黄 水有异味 水质 water quality', 'lifeline'],
      ['停电与电路', 'Power supply', '停电 没电 断电 跳闸 电压不稳 变压器 power cut', 'lifeline'],
      ['燃气供应', 'Gas supply', '停气 燃气不通 天然气 煤气 燃气表 gas supply', 'lifeline'],
      [
        '燃气泄漏',
        'Gas leak',
        '燃气泄露 煤气泄漏 天然气泄漏 漏气 闻到煤气味 smell of gas',
        'urgent',
      ],
      ['供热不足', 'Heating', '暖气不热 供暖 不供暖 室温低 没有暖气 heating', 'lifeline'],
    ],
  ],
  [
    '市容环境',
    'Cleanliness and order',
    [
      [
        '垃圾清运',
        'Rubbish collection',
        '垃圾堆积 垃圾没人清 垃圾桶满 暴露垃圾 垃圾站 rubbish garbage',
      ],
      ['建筑垃圾', 'Building waste', '渣土 装修垃圾 乱倒建筑垃圾 堆放砖头 construction waste'],
      ['公共厕所', 'Public toilets', '公厕 公厕脏 厕所没水 public toilet'],
      ['小广告', 'Illegal posters', '乱贴广告 牛皮癣 张贴广告 喷涂广告 posters'],
      ['占道经营', 'Street trading', '摆摊 流动摊贩 店外经营 占道 夜市 street vendor'],
      ['油烟扰民', 'Cooking fumes', '油烟 餐馆油烟 烧烤油烟 露天烧烤 cooking smoke'],
    ],
  ],
  [
    '生态环境',
    'Environment',
    [
      ['施工噪声', 'Construction noise', '夜间施工 工地噪音 施工扰民 打桩 construction noise'],
      ['生活噪声', 'Neighbourhood noise', '广场舞 音响太大 噪音扰民 音响噪声 KTV noise'],
      ['废气异味', 'Fumes and smells', '刺鼻气味 臭味 异味 工厂废气 bad smell'],
      ['污水与河道', 'Sewage and rivers', '河水发黑 排污 污水直排 河道垃圾 臭水沟 sewage'],
      ['焚烧冒烟', 'Open burning', '烧秸秆 焚烧秸秆 焚烧垃圾 烧垃圾 open burning'],
    ],
  ],
  [
    '住房与物业',
    'Housing and estates',
    [
      ['物业服务', 'Estate management', '物业 物业不作为 物业费 物业公司 property management'],
      ['电梯故障', 'Broken lift', '电梯 电梯坏了 电梯停运 电梯异响 broken elevator'],
      [
        '电梯困人',
        'People trapped in a lift',
        '被困电梯 困在电梯 电梯关人 trapped in elevator',
        'urgent',
      ],
      ['房屋漏水', 'Leaking building', '漏水 屋顶漏水 外墙渗水 渗水 leaking roof'],
      ['违法建设', 'Illegal building', '违章建筑 违建 私搭乱建 加盖 illegal building'],
      ['老旧小区改造', 'Renewal of old estates', '旧改 老小区改造 加装电梯 外墙保温 renovation'],
      [
        '住房登记',
        'Housing register',
        '房产证 不动产登记 公租房 经济适用房 property certificate',
        'complex',
      ],
    ],
  ],
  [
    '交通出行',
    'Getting about',
    [
      ['公交线路', 'Buses', '公交车 公交站 班次少 等车时间长 公交不停 bus'],
      ['机动车乱停放', 'Wrong parking', '乱停车 违停 违章停车 车辆乱停 堵住路口 illegal parking'],
      ['停车位不足', 'Too few parking places', '停车难 没有车位 停车位 停车场 parking space'],
      ['出租与网约车', 'Taxis', '出租车 网约车 拒载 绕路 taxi'],
      ['共享单车', 'Shared bicycles', '单车乱放 共享电动车 shared bike'],
      ['农村客运', 'Village buses', '乡村客车 村里不通车 客运班车 rural bus'],
    ],
  ],
  [
    '社会保障',
    'Social security',
    [
      ['医疗保险', 'Health insurance', '医保 医保报销 异地就医 城乡居民医保 health insurance'],
      ['养老保险', 'Pensions', '社保 养老金 退休金 缴社保 pension'],
      ['低保与救助', 'Relief', '低保 困难救助 临时救助 特困 social relief'],
      ['残疾人服务', 'Services for the disabled', '残疾证 无障碍 坡道 轮椅 disability'],
      ['养老服务', 'Care of the elderly', '养老院 居家养老 老年食堂 助餐 elderly care'],
    ],
  ],
  [
    '劳动就业',
    'Work',
    [
      ['拖欠工资', 'Unpaid wages', '欠薪 欠工资 不发工资 讨薪 农民工工资 unpaid wages'],
      ['劳动合同', 'Employment contracts', '不签合同 辞退 加班费 试用期 employment contract'],
      ['工伤', 'Injury at work', '工伤认定 工伤赔偿 work injury', 'complex'],
      ['就业培训', 'Jobs and training', '找工作 招聘 技能培训 创业贷款 job training'],
    ],
  ],
  [
    '教育卫生',
    'Schools and health',
    [
      ['入学转学', 'School places', '入学 学区 转学 报名上学 school place'],
      ['校园周边', 'Around schools', '学校门口 校门口拥堵 校园安全 school gate'],
      ['培训收费', 'Private lessons', '补课 培训班退费 乱收费 课后服务 tutoring refund'],
      ['看病就医', 'Seeing a doctor', '挂号 医院 看病难 村卫生室 hospital'],
      ['托育服务', 'Nurseries', '托儿所 幼儿园 托育 kindergarten'],
    ],
  ],
  [
    '市场消费',
    'Markets and consumers',
    [
      ['食品安全', 'Food safety', '过期食品 吃坏肚子 食物变质 餐馆卫生 food safety'],
      ['消费纠纷', 'Consumer disputes', '退货 假货 商家不退款 维修纠纷 refund'],
      ['价格收费', 'Prices', '价格欺诈 乱涨价 停车收费 不明码标价 overcharging'],
      ['预付卡', 'Prepaid cards', '充值卡 会员卡 店铺跑路 健身卡 prepaid card'],
    ],
  ],
  [
    '农业农村',
    'Farming and villages',
    [
      ['农田水利', 'Irrigation', '灌溉 水渠 抗旱 机井 irrigation'],
      ['土地流转', 'Land', '承包地 宅基地 征地补偿 土地纠纷 土地确权 farmland', 'complex'],
      ['农村公路', 'Village roads', '村道 村里的路 通村公路 路没硬化 village road'],
      ['惠农补贴', 'Subsidies', '种粮补贴 农机补贴 补贴没到账 subsidy'],
      ['畜禽养殖', 'Animal husbandry', '养猪场 养鸡场 粪污 养殖污染 livestock'],
    ],
  ],
  [
    '公共安全',
    'Public safety',
    [
      ['消防通道', 'Fire lanes', '堵塞消防通道 消防栓 灭火器 楼道堆物 fire lane'],
      ['地面塌陷', 'Ground collapse', '路面塌陷 塌陷 地陷 塌方 sinkhole', 'urgent'],
      [
        '高空坠物',
        'Falling objects',
        '外墙脱落 墙皮脱落 玻璃掉落 广告牌要掉 falling object',
        'urgent',
      ],
      ['树木与电线', 'Trees and wires', '树要倒 枯树 电线垂落 电线裸露 树枝 fallen tree'],
      ['养犬管理', 'Dogs', '流浪狗 遛狗不牵绳 狗咬人 犬吠 stray dog'],
      [
        '电动车充电',
        'Charging of electric bikes',
        '飞线充电 电动车上楼 充电桩 electric bike charging',
      ],
    ],
  ],
]

const two = (number: number) => String(number).padStart(2, '0')

/** English phrases follow the Chinese words and hold spaces of their own; one phrase at most stands at the end. */
function synonymsOf(words: string): string[] {
  const [, chinese = '', english = ''] = /^(.*?)\s*([A-Za-z][A-Za-z ]*)?$/.exec(words) ?? []
  return [...chinese.split(' '), english].filter((word) => word !== '')
}

/** Twelve first-level categories and 65 below them; two digits a level. */
export const demoCategories: readonly Category[] = tree.flatMap(([name, nameEn, leaves], i) => {
  const parent = two(i + 1)
  return [
    { code: parent, parent: null, name, nameEn, synonyms: [], urgency: 'general' as const },
    ...leaves.map(
      ([leaf, leafEn, synonyms, urgency = 'general'], j): Category => ({
        code: `${parent}${two(j + 1)}`,
        parent,
        name: leaf,
        nameEn: leafEn,
        synonyms: synonymsOf(synonyms),
        urgency,
      }),
    ),
  ]
})
