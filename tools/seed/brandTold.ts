import type { AccountDocument } from '../../cloudfunctions/brand/store'

type Chapter = readonly [at: string, title: string, words: string]

export interface FilmTold {
  key: string
  title: string
  summary: string
  year: number
  length: string
  cover: string
  chapters: readonly Chapter[]
  hidden?: boolean
}

export const filmsTold: readonly FilmTold[] = [
  {
    key: 'belt',
    title: '一条安全带',
    summary: '1959 年，一位造过弹射座椅的工程师来到哥德堡，发明了三点式安全带，公司把专利送给所有人。',
    year: 1959,
    length: '6:40',
    cover: 'belt',
    chapters: [
      [
        '0:00',
        '从天上来的人',
        '尼尔斯·博林原来在萨博设计飞机的弹射座椅。飞行员愿意被绑得很紧，开车的人一分钟也不愿意。',
      ],
      [
        '1:50',
        '一只手扣上',
        '要护住上身和胯部，要贴着身体，还要一只手就能扣。答案是一条带子、一个锁扣、三个固定点。',
      ],
      ['3:30', '把专利送给所有人', '公司算过这项专利值多少钱，然后决定任何车企都可以免费用。'],
      ['5:10', '一百万人', '据估计，这条带子救过的人超过一百万。今天每一辆车上都有它。'],
    ],
  },
  {
    key: 'ov4',
    title: '雅各布出门',
    summary: '1927 年 4 月 14 日早上，第一辆量产车要开出厂门，工程师们围着它，发现它只会倒着走。',
    year: 1927,
    length: '4:05',
    cover: 'ov4',
    chapters: [
      ['0:00', '两个人的午饭', '加布里尔森懂生意，拉尔松懂工程，一顿小龙虾之后，他们决定在瑞典造车。'],
      ['1:20', '倒着走的第一米', '后桥的齿轮装反了，挂前进挡，车往后退。大家笑完，连夜拆开重装。'],
      ['2:50', '为这里的路造的车', '瑞典的路坏、冬天冷，车就得结实。这句话后来一直没变。'],
    ],
  },
  {
    key: 'crash',
    title: '出事以后的路口',
    summary: '1970 年起，一组工程师接到电话就出门，去真的事故现场量每一道刹车痕。',
    year: 1970,
    length: '8:12',
    cover: 'road',
    chapters: [
      ['0:00', '夜里的电话', '哥德堡一小时车程之内，只要有沃尔沃出了事故，他们就到场。'],
      [
        '2:40',
        '四万多辆车',
        '每辆车怎么变形、每个人哪里受伤，都记下来。后来的假人、车身和气囊，都从这里长出来。',
      ],
      ['6:00', 'E.V.A.', '2019 年，这些数据向所有人公开。'],
    ],
  },
  {
    key: 'ice',
    title: '零下四十度的早晨',
    summary: '大庆的冬天，试验车在雪地里睡一夜。早上五点，工程师去叫醒它。',
    year: 2018,
    length: '5:30',
    cover: 'ice',
    chapters: [
      ['0:00', '冷透', '从里到外都和空气一样冷，才算冷透。这要整整一夜。'],
      ['2:10', '第一声', '电池、密封条、雨刮、屏幕，一样一样醒过来。'],
      ['4:00', '回暖', '车里到二十二度要几分钟，写进表格里的是真的人手里拿着秒表的结果。'],
    ],
  },
  {
    key: 'chengdu',
    title: '成都工厂的一天',
    summary: '从第一声班铃到最后一辆下线，跟着一台白车身走完冲压、焊装、涂装和总装。',
    year: 2021,
    length: '7:20',
    cover: 'factory',
    chapters: [
      ['0:00', '五点半的班车', ''],
      ['1:30', '三百台机器人', '焊装车间里，人管着机器人，机器人抱着车门。'],
      ['4:20', '用太阳和水的电', '厂区的电全部来自可再生能源，屋顶上的光伏板供一部分。'],
      ['6:30', '下线', '最后一位质检的同事按下按钮，车自己开出去。'],
    ],
  },
  {
    key: 'light',
    title: '北欧的光',
    summary: '造型设计的同事说，冬天的瑞典只有六个小时的光，所以他们对光很小气。',
    year: 2022,
    length: '3:45',
    cover: 'fjord',
    chapters: [
      ['0:00', '六个小时', '一束低低的光斜着照过来，面就要做得干净，不然全是影子。'],
      ['2:00', '雷神之锤', '日间行车灯从一把锤子里来，今天一公里外就认得出是谁。'],
    ],
  },
  {
    key: 'spring',
    title: '春天的厂区（样片）',
    summary: '明年春天要拍的片子，先放一版样片给几位同事看。',
    year: 2026,
    length: '1:30',
    cover: 'ginkgo',
    chapters: [['0:00', '样片', '']],
    hidden: true,
  },
]

type AccountTold = Pick<AccountDocument, 'name' | 'sign' | 'kind' | 'group' | 'purpose'> &
  Partial<Pick<AccountDocument, 'intro' | 'wechatId'>> & {
    key: string
    latest?: [daysAgo: number, words: string]
    qr?: boolean
  }

export const accountsTold: readonly AccountTold[] = [
  {
    key: 'volvo',
    name: '沃尔沃汽车',
    sign: '沃',
    kind: 'official',
    group: 'first',
    purpose: '品牌',
    intro: '新车、品牌和安全的故事，公司最大的一扇窗。',
    latest: [0, '新款 XC90 今晚见'],
  },
  {
    key: 'union',
    name: '沃尔沃汽车工会',
    sign: '工',
    kind: 'official',
    group: 'first',
    purpose: '员工',
    intro: '福利、活动和大家的意见。',
    latest: [1, '圣露西亚烛光报名'],
  },
  {
    key: 'jobs',
    name: '沃尔沃汽车招聘',
    sign: '才',
    kind: 'official',
    group: 'first',
    purpose: '人才',
    intro: '社招、校招和内推，转给合适的朋友。',
    latest: [3, '哥德堡交换 12 个名额'],
  },
  {
    key: 'channels',
    name: '沃尔沃汽车视频号',
    sign: '影',
    kind: 'channels',
    group: 'first',
    purpose: '品牌',
    intro: '发布会直播和短片。',
    latest: [0, '今晚七点半，发布会见'],
  },
  {
    key: 'chengdu',
    name: '沃在成都',
    sign: '成',
    kind: 'official',
    group: 'sites',
    purpose: '成都工厂',
    intro: '产线上的新鲜事和食堂的菜单。',
    latest: [1, '500 天零损工'],
  },
  {
    key: 'daqing',
    name: '沃在大庆',
    sign: '庆',
    kind: 'channels',
    group: 'sites',
    purpose: '大庆工厂',
    latest: [2, '冷透的早晨'],
  },
  {
    key: 'taizhou',
    name: '沃在台州',
    sign: '台',
    kind: 'official',
    group: 'sites',
    purpose: '台州工厂',
    latest: [4, '铸造车间换了新灯'],
  },
  {
    key: 'jiading',
    name: '嘉定生活',
    sign: '沪',
    kind: 'official',
    group: 'sites',
    purpose: '上海园区',
    intro: '食堂、班车、停车和天气。',
    latest: [0, '食堂三楼的肉桂卷'],
  },
  {
    key: 'owners',
    name: '沃尔沃汽车服务',
    sign: '服',
    kind: 'official',
    group: 'services',
    purpose: '车主',
    intro: '预约保养、道路救援，车主朋友问起来就推这个。',
    wechatId: 'VolvoCarsService',
  },
  {
    key: 'drive',
    name: '预约试驾',
    sign: '驾',
    kind: 'miniProgram',
    group: 'services',
    purpose: '想开一开的人',
    intro: '选车、选时间、选经销商，三步约好。',
  },
  {
    key: 'shop',
    name: '沃尔沃汽车商城',
    sign: '城',
    kind: 'miniProgram',
    group: 'services',
    purpose: '精品和附件',
    qr: false,
  },
]
