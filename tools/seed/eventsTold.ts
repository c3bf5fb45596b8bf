import type { EventDocument } from '../../cloudfunctions/union/store'
import type { RichTextView } from '../../domain/kernel/richText'

/** An event as somebody would tell it: whose, what, when, where, and who comes. */
export interface EventTold {
  id: string
  associationId: string
  cover: string
  title: string
  /** Plain lines, or blocks where they look like something. */
  body: string | RichTextView
  venue: EventDocument['venue']
  /** Days after today; below zero: before. */
  days: number
  /** The first such day from then on, where the others speak of it as one: Monday is 1. */
  weekday?: number
  from: string
  until: string
  capacity: number
  partyMax?: number
  fee?: number
  membersOnly?: boolean
  questions?: EventDocument['questions']
  /** Keys of the cast who come for certain, and how many come altogether. */
  coming: readonly string[]
  comes: number
  /** How its host told it was, on the evening after. */
  recap?: RichTextView
  /** Who of those who were there photographed what. */
  photos?: readonly (readonly [by: string, cover: string])[]
  /** In the order of the queue. */
  waiting?: readonly string[]
  /** For whom the last seat, which somebody gave up this morning, is held. */
  offered?: string
}

const JIADING = {
  name: '嘉定体育馆 3、4 号场',
  address: '嘉定区新成路 118 号',
  latitude: 31.3837,
  longitude: 121.2508,
}
const DISHUI = {
  name: '地铁 16 号线滴水湖站 2 号口',
  address: '浦东新区环湖西一路',
  latitude: 30.9071,
  longitude: 121.9285,
}

export const eventsTold: readonly EventTold[] = [
  {
    id: 'run-morning',
    associationId: 'run',
    cover: 'run',
    title: '晨跑 · 五公里',
    body: '6:40 园区北门集合，热身十分钟，五公里配速自由，跑完食堂有热豆浆。\n零度以下也照跑，记得带一件外套。',
    venue: { name: '园区北门', address: '', latitude: 31.3912, longitude: 121.2467 },
    days: 1,
    from: '6:40',
    until: '7:50',
    capacity: 60,
    coming: ['xuzhiyuan', 'zhoumu', 'hejunlin'],
    comes: 27,
  },
  {
    id: 'badminton-newcomers',
    associationId: 'badminton',
    cover: 'badminton',
    title: '羽毛球 · 新手夜',
    body: '不会也来，拍子和球都有。两片场地给新手，老队员一对一带发球和步法。\n穿胶底运动鞋，别穿跑鞋，容易崴脚。',
    venue: JIADING,
    days: 2,
    weekday: 4,
    from: '19:00',
    until: '21:00',
    capacity: 24,
    questions: [
      { questionId: 'racket', title: '要借球拍吗', options: ['借一把', '自己带'] },
      { questionId: 'level', title: '打到什么水平', options: ['没打过', '会发球', '能打比赛'] },
    ],
    coming: ['linxiaochuan', 'zhaoqiming', 'chenjiahe'],
    comes: 18,
  },
  {
    id: 'bike-dishui',
    associationId: 'bike',
    cover: 'bike',
    title: '滴水湖环湖骑行',
    body: [
      { kind: 'paragraph', runs: [{ text: '环湖一圈 34 公里，两个集团出发，收队有补给车。' }] },
      { kind: 'heading', text: '怎么骑' },
      {
        kind: 'step',
        runs: [{ text: '8:30 2 号口签到，', bold: true }, { text: '领号码布，热身十分钟' }],
      },
      { kind: 'step', runs: [{ text: '新手跟第二集团，前后都有老骑手' }] },
      { kind: 'step', runs: [{ text: '11:30 回到起点，一起吃面' }] },
      { kind: 'heading', text: '带什么' },
      {
        kind: 'item',
        runs: [{ text: '头盔，', bold: true }, { text: '唯一的门票，没有头盔不能上路' }],
      },
      { kind: 'item', runs: [{ text: '水壶、备胎；园区 6:50 有一班大巴，车可以放行李舱' }] },
      { kind: 'link', title: '骑行协会', to: { kind: 'association', id: 'bike' } },
    ],
    venue: DISHUI,
    days: 2,
    weekday: 6,
    from: '8:30',
    until: '12:00',
    capacity: 30,
    questions: [{ questionId: 'bus', title: '怎么过去', options: ['坐园区大巴', '自己过去'] }],
    coming: ['chenjiahe', 'zhoumu', 'shenyining', 'hejunlin', 'chengye'],
    comes: 30,
    waiting: ['mengchuan', 'linxiaochuan', 'bailu', 'luyao', 'dingyifan', 'tangguo'],
  },
  {
    id: 'kids-cars',
    associationId: 'kids',
    cover: 'kids',
    title: '和爸妈一起造小车',
    body: '用木头、橡皮筋和瓶盖造一台能跑三米的小车，跑得最远的那台挂在大厅里一个月。\n五岁以上，外公外婆也欢迎，限 30 个家庭。材料费就是报名费。',
    venue: { name: '体验中心二楼工坊', address: '', latitude: 31.3899, longitude: 121.2491 },
    days: 3,
    weekday: 7,
    from: '14:00',
    until: '16:30',
    capacity: 30,
    fee: 20,
    questions: [{ questionId: 'age', title: '孩子几岁', options: [] }],
    coming: ['zhoumu', 'shenyining', 'fuyan'],
    comes: 22,
  },
  {
    id: 'lens-hall',
    associationId: 'lens',
    cover: 'hall',
    title: '外拍：厂房里的光',
    body: '本月题目的现场。手续已经办好，跟着向导走，拍到几点看光。\n手机单独成组，三脚架可以借。',
    venue: { name: '试制车间东门', address: '', latitude: 31.3921, longitude: 121.2433 },
    days: 3,
    weekday: 6,
    from: '15:00',
    until: '17:30',
    capacity: 12,
    membersOnly: true,
    questions: [{ questionId: 'gear', title: '用什么拍', options: ['手机', '相机'] }],
    coming: ['linxiaochuan', 'handong'],
    comes: 9,
  },
  {
    id: 'lens-ginkgo',
    associationId: 'lens',
    cover: 'ginkgo',
    title: '外拍：银杏黄了',
    body: '园区东边那一排银杏最黄的一周，午休四十分钟，手机相机都可以。',
    venue: { name: '园区东路', address: '' },
    days: -4,
    from: '12:10',
    until: '12:50',
    capacity: 20,
    coming: ['linxiaochuan', 'handong', 'shenyining', 'suyutong'],
    comes: 16,
    recap: [
      {
        kind: 'paragraph',
        runs: [{ text: '四十分钟，十四个人，' }, { text: '三百二十七张。', bold: true }],
      },
      {
        kind: 'paragraph',
        runs: [
          { text: '最好的几张都是逆光拍的：站到树的西边，等云过去。苏雨桐用手机拍的那张进了下个月的月历。' },
        ],
      },
      { kind: 'heading', text: '下一次' },
      { kind: 'item', runs: [{ text: '厂房里的光，周末下午，三脚架可以借' }] },
      { kind: 'link', title: '外拍：厂房里的光', to: { kind: 'event', id: 'lens-hall' } },
    ],
    photos: [
      ['linxiaochuan', 'ginkgo'],
      ['handong', 'ginkgo-path'],
      ['suyutong', 'ginkgo-leaf'],
      ['shenyining', 'ginkgo-lunch'],
    ],
  },
  {
    id: 'yoga-noon',
    associationId: 'yoga',
    cover: 'yoga',
    title: '午间瑜伽 · 肩颈',
    body: '坐了一上午，午休四十分钟把肩颈打开。垫子有，穿得松一点就行。',
    venue: { name: '健身房二楼', address: '', latitude: 31.2896, longitude: 121.1635 },
    days: 2,
    weekday: 3,
    from: '12:10',
    until: '12:50',
    capacity: 12,
    coming: ['bailu', 'mengchuan'],
    comes: 11,
    offered: 'linxiaochuan',
  },
]
