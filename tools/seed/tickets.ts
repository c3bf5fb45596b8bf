import type {
  CategoryDocument,
  MessageDocument,
  TicketDocument,
} from '../../cloudfunctions/selfservice/ticketDocuments'
import { afterTicketStep, type TicketStep } from '../../cloudfunctions/selfservice/ticketSteps'
import type { TicketAction } from '../../domain/selfservice/ticket'
import { ticketColumn, ticketTable } from '../../domain/selfservice/ticket'
import type { TicketField, TicketIcon } from '../../domain/selfservice/ticketCategory'
import { beginClock, boardKeyOf } from '../../domain/selfservice/ticketDeadline'
import { ticketNumber } from '../../domain/selfservice/ticketNumber'
import { personOf } from './people'
import type { World } from './world'

const asked = (key: string, label: string, more: Partial<TicketField> = {}): TicketField => ({
  key,
  label,
  kind: 'line',
  required: true,
  options: [],
  ...more,
})

type CategoryTold = [
  id: string,
  icon: TicketIcon,
  name: string,
  hint: string,
  hours: number,
  fields: TicketField[],
]

const categoriesTold: readonly CategoryTold[] = [
  ['repair', 'fix', '报修', '空调、灯、门窗、漏水', 8, []],
  ['power', 'lamp', '灯和电', '插座没电、灯不亮、跳闸', 6, []],
  ['furniture', 'chair', '桌椅', '升降桌、椅子、柜子钥匙', 26, []],
  ['supplies', 'box', '办公用品', '文具、纸、电池', 26, [asked('item', '要什么、几件')]],
  ['badge', 'idc', '工牌门禁', '补办工牌、开门禁', 13, [asked('area', '要进哪里')]],
  [
    'visitor',
    'guest',
    '访客',
    '客户、供应商来访登记',
    8,
    [asked('day', '哪天来', { kind: 'day' }), asked('visitors', '几位、哪家公司')],
  ],
  [
    'parking',
    'car',
    '停车',
    '临时车位、换车牌',
    13,
    [
      asked('plate', '车牌'),
      asked('span', '停多久', { kind: 'choice', options: ['一天', '一周', '换长期车牌'] }),
    ],
  ],
  ['cleaning', 'trash', '保洁', '打翻、垃圾、异味', 3, []],
]

function categoriesOf({ who }: World): CategoryDocument[] {
  const [lead, helper] = [who('miaomiao')._id, who('xiahe')._id]
  const sites = ['上海', '成都工厂', '大庆工厂', '台州工厂', '北京']
  return categoriesTold.map(([_id, icon, name, hint, targetHours, fields], order) => ({
    _id,
    ...{ icon, name, hint, targetHours, fields, order },
    desks: sites.map(site => ({
      site,
      leadId: lead,
      handlerIds: site === '上海' ? [helper] : [lead],
    })),
    version: 1,
  }))
}

type Moment = readonly [daysAgo: number, clock: string]
/** What happened, by whom, when, and what was said with it. */
type Told = readonly [action: TicketAction, by: string, at: Moment, note?: string]

interface TicketTold {
  by: string
  categoryId: string
  place: string
  body: string
  at: Moment
  answers?: { label: string; value: string }[]
  steps: readonly Told[]
  notes?: string
  stars?: [number, string]
}

const HELPER = 'xiahe'

const ticketsTold: readonly TicketTold[] = [
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
      { label: '车牌', value: '沪A·示例1' },
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
    at: [0, '8:05'],
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
    at: [3, '9:30'],
    steps: [
      ['assign', HELPER, [3, '9:55'], '夏禾'],
      ['start', HELPER, [3, '11:00']],
      ['resolve', HELPER, [0, '8:20'], '跳闸了，回路上换了一个断路器。'],
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

/** What the company asked of 行政 lately, in each state. */
export function ticketsOf(world: World) {
  const categories = categoriesOf(world)
  const messages: MessageDocument[] = []
  const tickets = ticketsTold.map(told => ticketOf(world, told, categories, messages))
  return {
    selfservice_ticket_categories: categories,
    selfservice_tickets: tickets,
    selfservice_ticket_messages: messages,
  }
}

function ticketOf(
  world: World,
  told: TicketTold,
  categories: readonly CategoryDocument[],
  messages: MessageDocument[],
): TicketDocument {
  const { who, calendar, chance } = world
  const owner = who(told.by)
  const submittedAt = calendar.at(...told.at)
  const _id = chance.id(submittedAt)
  const category = categories.find(one => one._id === told.categoryId) as CategoryDocument
  const say = (by: string, side: MessageDocument['side'], body: string, at: number) =>
    messages.push({
      _id: chance.id(at),
      ticketId: _id,
      side,
      by: { employeeId: who(by)._id, name: who(by).name },
      body,
      images: [],
      imagesState: 'none',
      at,
    })
  say(told.by, 'owner', told.body, submittedAt)
  let ticket = freshTicket(told, { _id, owner: personOf(owner), category, submittedAt })
  let last = submittedAt
  for (const [action, by, moment, note] of told.steps) {
    last = Math.max(last + 60_000, calendar.at(...moment))
    ticket = stepped(ticket, {
      action,
      actor: ticketTable[action].by,
      by: who(by).name,
      at: last,
      note: note ?? null,
    })
    if (action === 'assign') ticket = { ...ticket, assigneeId: who(by)._id, assigneeName: who(by).name }
    if (action === 'ask' || action === 'resolve') {
      say(by, 'handler', note ?? '', last)
      ticket = { ...ticket, firstAnsweredAt: ticket.firstAnsweredAt ?? last, messages: ticket.messages + 1 }
    }
  }
  if (told.notes) say(HELPER, 'note', told.notes, last + 60_000)
  const [stars, words] = told.stars ?? []
  return stars === undefined ? ticket : { ...ticket, rating: { stars, words: words ?? '', at: last } }
}

const stepped = (ticket: TicketDocument, step: TicketStep): TicketDocument => ({
  ...ticket,
  ...afterTicketStep(ticket, step),
})

function freshTicket(
  { categoryId, place, body, answers = [] }: TicketTold,
  about: { _id: string; owner: TicketDocument['requester']; category: CategoryDocument; submittedAt: number },
): TicketDocument {
  const { _id, owner, category, submittedAt } = about
  const clock = beginClock(category.targetHours, submittedAt)
  return {
    _id,
    number: ticketNumber(_id, submittedAt),
    employeeId: owner.employeeId,
    requester: owner,
    categoryId,
    category: category.name,
    icon: category.icon,
    targetHours: category.targetHours,
    site: owner.site,
    ...{ place, answers, ...clock },
    title: body.split(/[，。]/)[0] ?? body,
    state: 'submitted',
    column: ticketColumn('submitted'),
    boardKey: boardKeyOf(_id, clock, submittedAt),
    ...{ version: 1, assigneeId: '', assigneeName: '', submittedAt, messages: 1 },
    ...{ firstAnsweredAt: null, resolvedAt: null, rating: null, toldOwner: null, toldHandler: null },
    trail: [{ action: 'submit', at: submittedAt, by: owner.name, note: null }],
  }
}
