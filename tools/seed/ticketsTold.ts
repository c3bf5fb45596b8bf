import type { TicketAction } from '../../domain/selfservice/ticket'
import type { Urgency } from '../../domain/selfservice/ticketUrgency'

type Moment = readonly [daysAgo: number, clock: string]
/** What happened, by whom, when, and what was said with it. */
type Told = readonly [action: TicketAction, by: string, at: Moment, note?: string]

export interface TicketTold {
  by: string
  categoryId: string
  place: string
  body: string
  at: Moment
  answers?: { label: string; value: string }[]
  steps: readonly Told[]
  notes?: string
  urgency?: Urgency
  /** Colleagues with whom it is the same. */
  same?: readonly string[]
  stars?: [number, string]
}

export const HELPER = 'xiahe'

/** What the company asked of 行政 lately, as the seed tells it. */
export const ticketsTold: readonly TicketTold[] = [
  {
    by: 'linxiaochuan',
    categoryId: 'repair',
    place: 'A 楼 4 层，东侧靠窗',
    body: '靠窗三排早上只有 16 度，出风口没有热风。昨天下午还是好的。',
    at: [1, '8:28'],
    steps: [
      ['assign', HELPER, [1, '8:31'], '夏禾'],
      ['start', HELPER, [1, '8:52']],
    ],
    notes: '四楼的阀上周也关过一次，问问物业是谁在夜里检修。',
  },
  {
    by: 'linxiaochuan',
    categoryId: 'parking',
    place: 'P2 停车场',
    body: '周四有两位供应商开车来，需要两个临时车位。',
    at: [4, '10:10'],
    answers: [
      { label: '车牌', value: '临时牌' },
      { label: '停多久', value: '一天' },
    ],
    steps: [
      ['assign', HELPER, [4, '10:40'], '夏禾'],
      ['start', HELPER, [4, '10:41']],
      ['ask', HELPER, [4, '10:45'], '另一辆的车牌也发我，好提前放行。'],
    ],
  },
  {
    by: 'linxiaochuan',
    categoryId: 'furniture',
    place: 'A 楼 4 层，E-412',
    body: '升降桌升到一半就停，按键有反应。',
    at: [12, '14:05'],
    steps: [
      ['assign', HELPER, [12, '14:30'], '夏禾'],
      ['start', HELPER, [11, '9:10']],
      ['resolve', HELPER, [11, '10:20'], '换了控制盒，升降三次都正常。'],
      ['confirm', 'linxiaochuan', [11, '13:02']],
    ],
    stars: [5, '第二天一早就修好了'],
  },
  {
    by: 'handong',
    categoryId: 'cleaning',
    place: 'B 楼 1 层茶歇区',
    body: '咖啡机旁边洒了一地牛奶。',
    at: [0, '7:12'],
    urgency: 'now',
    steps: [],
  },
  {
    by: 'fuyan',
    categoryId: 'repair',
    place: 'A 楼 4 层，东侧会议区',
    body: '早上会议区只有 17 度，开会都穿着外套。',
    at: [0, '7:01'],
    urgency: 'now',
    same: ['luyao', 'xuzhiyuan', 'bailu', 'jiangnan'],
    steps: [
      ['assign', HELPER, [0, '7:04'], '夏禾'],
      ['start', HELPER, [0, '7:06']],
    ],
  },
  {
    by: 'xuzhiyuan',
    categoryId: 'furniture',
    place: 'A 楼 4 层，E-427',
    body: '椅子的扶手松了，靠上去会晃。',
    at: [1, '13:40'],
    urgency: 'calm',
    same: ['linxiaochuan'],
    steps: [['assign', HELPER, [1, '14:05'], '夏禾']],
  },
  {
    by: 'tangguo',
    categoryId: 'power',
    place: 'A 楼 4 层茶水间',
    body: '热水机的灯亮着，水是凉的。',
    at: [0, '7:24'],
    steps: [],
  },
  {
    by: 'luyao',
    categoryId: 'badge',
    place: 'C 楼造型中心',
    body: '工牌刷不开油泥间的门，昨天调到新项目组。',
    at: [2, '16:20'],
    steps: [],
  },
  {
    by: 'renfei',
    categoryId: 'power',
    place: 'A 楼 3 层会议室 305',
    body: '投影的插座没电，换了一根线也一样。',
    same: ['fuyan', 'fengyinuo'],
    at: [3, '9:30'],
    steps: [
      ['assign', HELPER, [3, '9:55'], '夏禾'],
      ['start', HELPER, [3, '11:00']],
      ['resolve', HELPER, [0, '7:15'], '跳闸了，回路上换了一个断路器。'],
    ],
  },
  {
    by: 'mengchuan',
    categoryId: 'supplies',
    place: 'A 楼 2 层',
    body: '白板笔和七号电池都用完了。',
    at: [6, '13:30'],
    answers: [{ label: '要什么、几件', value: '黑色白板笔 6 支，七号电池 8 节' }],
    steps: [['cancel', 'mengchuan', [6, '14:00'], '隔壁组匀了一些']],
  },
]
