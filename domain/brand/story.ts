/**
 * What the company tells of itself. It changes once in years, so that it travels with the program and is there without
 * the network. Years and deeds follow the company's own heritage pages (volvocars.com, "Heritage" and "Safety
 * heritage") and its annual and sustainability reports.
 */
export const storyParts = {
  history: '历程',
  safety: '安全',
  sustainability: '可持续',
  values: '价值观',
} as const
export type StoryPart = keyof typeof storyParts
export const storyPartKeys = Object.keys(storyParts) as [StoryPart, ...StoryPart[]]

/** What is drawn of a year. */
export type MilestonePicture = 'ov4' | 'belt' | 'estate' | 'suv' | 'factory'

export interface Milestone {
  year: number
  picture?: MilestonePicture
  title: string
  words: string
}

export interface Value {
  title: string
  words: string
}

export const history: readonly Milestone[] = [
  {
    year: 1927,
    picture: 'ov4',
    title: '第一辆车开出哥德堡',
    words:
      '4 月 14 日，第一辆量产的 ÖV4 开出希辛恩岛的工厂，大家叫它「雅各布」。沃尔沃在拉丁文里是「我滚动」。',
  },
  {
    year: 1944,
    title: 'PV444 亮相',
    words: '战争还没结束，一辆小而结实的家用车已经画好了：安全车厢和夹层玻璃，都在里面。',
  },
  { year: 1956, title: 'Amazon', words: '圆润的线条，三年后它第一个用上三点式安全带。' },
  {
    year: 1959,
    picture: 'belt',
    title: '三点式安全带',
    words: '尼尔斯·博林画出了它，沃尔沃把专利向所有车企开放。',
  },
  {
    year: 1964,
    title: 'Torslanda 工厂开工',
    words: '哥德堡的 Torslanda 工厂投产，今天还在造车。',
  },
  { year: 1974, title: '240 系列', words: '方正、耐用，一造就是十九年，成了一代人记忆里的沃尔沃。' },
  {
    year: 1993,
    picture: 'estate',
    title: '850 旅行车',
    words: '侧撞保护和横置五缸机的大车，第二年还跑上了英国房车赛的赛道。',
  },
  {
    year: 2002,
    picture: 'suv',
    title: '第一代 XC90',
    words: '第一台沃尔沃 SUV，为翻滚时的保护做了专门的车顶结构和控制系统。',
  },
  {
    year: 2010,
    title: '和吉利在一起',
    words: '8 月，浙江吉利控股集团完成收购，沃尔沃汽车开始以中国为第二个家。',
  },
  {
    year: 2013,
    picture: 'factory',
    title: '成都工厂',
    words: '在中国的第一座整车工厂投产，随后大庆和台州的工厂也开始造车。',
  },
  { year: 2014, title: '新 XC90 和 SPA', words: '第一台用可扩展平台架构 SPA 的车，方向盘后面是新的十年。' },
  {
    year: 2017,
    title: 'CMA 与 XC40',
    words: '紧凑型架构 CMA 的第一台车；同一年宣布，2019 年起每款新车都有电机。',
  },
  { year: 2021, title: '在斯德哥尔摩上市', words: '10 月 29 日，沃尔沃汽车在纳斯达克斯德哥尔摩交易所挂牌。' },
  { year: 2022, title: 'EX90 亮相', words: '纯电旗舰，核心计算平台和看得见座舱的感知，把安全带进电动时代。' },
]

export const safety: readonly Milestone[] = [
  { year: 1944, title: '夹层风挡玻璃', words: '碎了也粘在一起，不飞进车里。' },
  {
    year: 1959,
    picture: 'belt',
    title: '三点式安全带',
    words: '尼尔斯·博林发明，沃尔沃把专利开放给所有车企。它救下的人，据估计超过一百万。',
  },
  {
    year: 1970,
    title: '事故研究小组',
    words: '工程师自己赶到事故现场量、拍、问，至今研究过四万多辆真的出过事故的车。',
  },
  { year: 1972, title: '后向儿童座椅', words: '参照宇航员返回时的坐姿，让孩子背对着车头，护住脖子。' },
  { year: 1978, title: '儿童增高坐垫', words: '让大一点的孩子也系得对三点式安全带。' },
  { year: 1991, title: '侧撞保护系统 SIPS', words: '座椅、地板和立柱一起，把侧面撞来的力分散到整个车身。' },
  { year: 1998, title: '防甩鞭 WHIPS 与气帘', words: '追尾时座椅先退一步接住人；头部侧气帘从车顶落下来。' },
  { year: 2000, title: '哥德堡安全中心', words: '能让两辆车从任意角度相撞的试验室启用。' },
  { year: 2004, title: '盲点信息系统 BLIS', words: '后视镜旁的一盏灯，说出镜子里看不见的车。' },
  { year: 2008, title: '城市安全 City Safety', words: 'XC60 第一个标配：低速跟车时自己刹住。' },
  { year: 2010, title: '行人探测与全力自动刹车', words: 'S60 看得见走到车前的人，并且会停下。' },
  { year: 2019, title: 'E.V.A. 计划', words: '把四十年的事故研究向所有人公开：车要对每一种身材都一样安全。' },
  { year: 2020, title: '限速 180', words: '新车最高时速不超过 180 公里：快，不是最好的样子。' },
]

export const sustainability: readonly Milestone[] = [
  {
    year: 1972,
    title: '把环境写进立场',
    words: '斯德哥尔摩人类环境会议上，沃尔沃承认汽车是问题的一部分，也要做答案的一部分。',
  },
  {
    year: 1976,
    title: '带氧传感器的三元催化',
    words: 'Lambda 氧传感器让尾气里的有害物减少了九成，后来成了全世界汽油车的标准。',
  },
  { year: 1998, title: '环境产品声明', words: '为 S80 公布整车从制造到报废的环境账，并请第三方核对。' },
  {
    year: 2019,
    title: '2040 气候中和',
    words: '目标写下来：2040 年成为气候中和的公司，制造、供应链和车都算在内。',
  },
  {
    year: 2020,
    title: '成都工厂用上全部可再生电',
    words: '成都工厂的电力全部来自可再生能源，大庆和台州随后跟上。',
  },
  { year: 2021, title: 'C40 告别真皮', words: '第一款完全不用真皮的沃尔沃，用回收和生物基的材料代替。' },
  { year: 2023, title: 'EX30 的碳足迹', words: '从制造起就算账的小车，是当时碳足迹最低的沃尔沃纯电车。' },
]

export const values: readonly Value[] = [
  {
    title: '以人为本',
    words:
      '「汽车是由人驾驶的，所以我们在沃尔沃所做的一切，都必须首先有助于安全。」这是创始人阿瑟·加布里尔森和古斯塔夫·拉尔松的话。',
  },
  { title: '安全', words: '不止护住车里的人，也护住车外的人；不止在撞上的一刻，也在撞上之前。' },
  { title: '可持续', words: '像对待安全一样对待气候：把数字摆出来，请人核对，再往前走。' },
  { title: '个人', words: '车让人自由地去想去的地方，技术要懂人，而不是让人去懂技术。' },
  { title: '北欧的样子', words: '克制、自然、光线，少一点装饰，多一点用处。' },
]
