/** What was said in the last week, as the seed tells it. */
export interface Told {
  by: string
  board: string
  title: string
  body: string
  /** Covers without their ending. */
  images?: readonly string[]
  /** Minutes before now, or how many days ago at what time. */
  when: number | readonly [daysAgo: number, clock: string]
  likes: number
  /** Who commented, how many minutes later, and what; the last is the place in this list of what it answers. */
  said?: readonly (readonly [by: string, minutesLater: number, body: string, answers?: number])[]
  /** How many passing remarks besides. */
  chatter?: number
  /** On top of its board. */
  pinned?: true
  /** Chosen for others to read. */
  featured?: true
}

export const boards: readonly { id: string; name: string; closed?: boolean }[] = [
  { id: 'xc90', name: 'XC90 发布会' },
  { id: 'commute', name: '通勤' },
  { id: 'photo', name: '摄影' },
  { id: 'kids', name: '亲子' },
  { id: 'sport', name: '运动' },
  { id: 'food', name: '食堂' },
  { id: 'factory', name: '工厂' },
  { id: 'chat', name: '闲聊' },
  { id: 'archive', name: '2025 年会', closed: true },
]

export const launchTalk: readonly Told[] = [
  {
    by: 'gonghui',
    board: 'xc90',
    title: '今晚发布会，提问就有沃币',
    pinned: true,
    body: '今晚发布会，在 #XC90 发布会# 提问就有沃币。设计师会挑三条，现场回答。',
    when: 8,
    likes: 41,
    said: [
      ['hejunlin', 1, '已经写了三条，等一个回答。'],
      ['maoqing', 2, '北京同事线上一起看。'],
      ['fuyan', 4, '第三排的问题我替大家问。'],
    ],
    chatter: 6,
  },
  {
    by: 'suyutong',
    board: 'photo',
    title: '夜班的第一缕光',
    body: '第一缕光刚好落进总装线的窗，夜班的伙伴们，下班啦。',
    images: ['window', 'ginkgo', 'fika'],
    when: 26,
    likes: 38,
    said: [
      ['linxiaochuan', 5, '这一窗光等了多久？构图很稳。'],
      ['gunian', 9, '周六厂区外拍就从这扇窗开始。'],
      ['shaoyang', 14, '辛苦了，早点睡。'],
    ],
    chatter: 5,
  },
  {
    by: 'hejunlin',
    board: 'xc90',
    title: '新款 XC90 的空气悬架，我最想问的三件事',
    body: '在嘉定试车场跑了两个冬天，今晚终于能聊了：低温下的回弹怎么标定？带拖车时高度谁说了算？还有，那个清晨的路噪数据能不能放出来。',
    images: ['night', 'ice'],
    when: [0, '7:12'],
    likes: 36,
    said: [
      ['linxiaochuan', 29, '带拖车那条同问。我们家的房车就等这个答案。'],
      ['sheji', 9, '第三个问题我带上台。前两个请孟川今晚在直播间说。'],
      ['handong', 12, '回弹那条我有数据，中午食堂聊。'],
      ['mengchuan', 18, '收到，今晚说清楚。', 1],
      ['yinhang', 22, '路噪的麦克风是我装的，等这一天很久了。', 1],
    ],
    chatter: 12,
  },
  {
    by: 'xuzhiyuan',
    board: 'xc90',
    title: '晨跑在北门看到它盖着布',
    body: '晨跑完在北门看到它盖着布，轮子露出来一点，猜是 22 寸。',
    images: ['run'],
    when: [0, '6:58'],
    likes: 24,
    said: [
      ['liman', 15, '22 寸风阻要算得很仔细，我先不说话。'],
      ['jiangnan', 21, '我猜 21。输了请咖啡。'],
    ],
    chatter: 7,
  },
  {
    by: 'sheji',
    board: 'xc90',
    title: '设计师会挑三条问题，现场回答',
    body: '把最想问的写在这个版块，发布会晚上 19:30 开始，我们从这里挑三条带上台。问得越具体越好。',
    images: ['stage'],
    when: [1, '18:10'],
    likes: 45,
    said: [
      ['luyao', 6, '内饰那块再生羊毛的手感，想听你讲。'],
      ['tangguo', 11, '儿童座椅一体化还在吗？'],
      ['fengyinuo', 30, '车机能不能记住后排的座椅位置？'],
    ],
    chatter: 10,
  },
  {
    by: 'linxiaochuan',
    board: 'xc90',
    title: '带两个孩子露营，第三排够不够',
    body: '周末在佘山露营，老大 11 岁坐第三排，头顶还剩一拳。后备箱放下帐篷、炉子和一只很大的狗。想看今晚讲不讲儿童座椅一体化。',
    images: ['kids', 'fjord'],
    when: [1, '7:44'],
    likes: 29,
    said: [
      ['tangguo', 8, '亲子俱乐部下次就在佘山，一起来。'],
      ['zhoumu', 16, '一拳是多少毫米？'],
      ['linxiaochuan', 19, '周牧，回头我量一下。', 1],
      ['hejunlin', 35, '坐第三排记得调一下悬架高度。'],
    ],
    chatter: 6,
  },
  {
    by: 'liman',
    board: 'xc90',
    title: '一张风洞烟线图，猜猜哪里最难',
    featured: true,
    body: '不是车头，也不是后视镜。猜对的请喝 Fika。提示：你每天都会摸到它。',
    images: ['gloss'],
    when: [2, '12:20'],
    likes: 27,
    said: [
      ['renfei', 5, '门把手！'],
      ['liman', 12, '任飞请到三楼领咖啡。'],
    ],
    chatter: 8,
  },
  {
    by: 'yinhang',
    board: 'xc90',
    title: '试车场的最后一个清晨',
    body: '伪装贴纸今天撕完了。两年，四个冬天的里程，跑坏了三副手套。发布会见。',
    images: ['road'],
    when: [3, '8:05'],
    likes: 33,
    chatter: 9,
  },
]

export const commuteTalk: readonly Told[] = [
  {
    by: 'panyue',
    board: 'commute',
    title: '3 号线早六分钟，值不值',
    pinned: true,
    body: '12 月 1 日起 3 号线增停安亭北站，早班提前 6 分钟。坐这条线的同事，你们怎么看？我把意见带回去。',
    images: ['bus'],
    when: [1, '8:20'],
    likes: 19,
    said: [
      ['dingyifan', 12, '六分钟够我多睡一个红灯。'],
      ['jiangwenbo', 20, '安亭北站上车的人多，值。'],
      ['wenyan', 26, '希望晚班也加一班 19:40 的。'],
      ['caotian', 41, '早一点能坐上，比晚一点站着好。', 1],
    ],
    chatter: 8,
  },
  {
    by: 'wenyan',
    board: 'commute',
    title: '昨晚末班车等了我一分钟',
    body: '跑到站台的时候司机师傅冲我摆手，说看到我在跑。谢谢 2 号线的师傅。',
    when: [2, '8:42'],
    likes: 31,
    said: [['panyue', 18, '是老杨，我替你转告。']],
    chatter: 5,
  },
  {
    by: 'renfei',
    board: 'commute',
    title: '骑车上班第 100 天',
    body: '11 公里，单程 38 分钟，比地铁还快四分钟。园区的淋浴间早上 7:30 以后要排队，建议错峰。',
    images: ['bike'],
    when: [3, '18:20'],
    likes: 26,
    said: [
      ['chengye', 7, '周六滴水湖，来领骑。'],
      ['bailu', 33, '淋浴间的事我已经提了单。'],
    ],
    chatter: 4,
  },
  {
    by: 'jiangnan',
    board: 'commute',
    title: '有没有从松江拼车的',
    body: '九亭出发，工作日 7:20，还能坐两位，油费不用，陪我听播客就行。',
    when: [4, '17:50'],
    likes: 9,
    said: [['qiaoan', 15, '我在九亭地铁站，可以一起！']],
    chatter: 2,
  },
  {
    by: 'jiading',
    board: 'commute',
    title: '北门早高峰改道三天',
    body: '周三到周五 7:00–9:00 北门施工，请走东门。步行进出不受影响。',
    images: ['gate'],
    when: [4, '9:10'],
    likes: 12,
    chatter: 3,
  },
]

export const photoTalk: readonly Told[] = [
  {
    by: 'linxiaochuan',
    board: 'photo',
    title: '厂房里的光',
    body: '本月题目。不拍车，只拍光：焊花、天窗、叉车的尾灯。周五前贴在这里，周末线上点评。',
    images: ['beams', 'factory'],
    when: [2, '18:30'],
    likes: 34,
    said: [
      ['suyutong', 9, '交作业：夜班的窗。'],
      ['qinlang', 25, '焊装车间的光管够。'],
      ['handong', 48, '试制车间能拍吗？先去问问。'],
    ],
    chatter: 7,
  },
  {
    by: 'linxiaochuan',
    board: 'photo',
    title: '雪什么时候来',
    body: '存了一个雪地的构图，等一场雪。',
    images: ['estate'],
    when: [3, '19:42'],
    likes: 22,
    said: [
      ['helan', 6, '来大庆，已经下了两场了。'],
      ['jiangyu', 14, '大庆管够。'],
    ],
    chatter: 3,
  },
  {
    by: 'gunian',
    board: 'photo',
    title: '周六厂区外拍，报名接龙',
    body: '9:00 成都工厂南门集合，两小时。带不带相机都行，手机组单独点评。',
    images: ['lens'],
    when: [1, '12:15'],
    likes: 15,
    said: [
      ['chenjiahe', 10, '报名，带一台胶片。'],
      ['zhongyi', 22, '报名，手机组。'],
      ['tianye', 31, '+1'],
    ],
    chatter: 2,
  },
  {
    by: 'chenjiahe',
    board: 'photo',
    title: '涂装线边的一卷胶片',
    body: '用最便宜的胶卷拍了同事们的手。冲出来有三张跑焦，我都喜欢。',
    images: ['gloss', 'beams'],
    when: [4, '8:10'],
    likes: 28,
    chatter: 6,
  },
  {
    by: 'luozimo',
    board: 'photo',
    title: '台州的海，今天是灰的',
    body: '轮休，在码头坐了一下午。',
    images: ['harbor'],
    when: [5, '17:35'],
    likes: 18,
    chatter: 3,
  },
]
