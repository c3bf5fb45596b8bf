import type {
  CategoryDocument,
  MessageDocument,
  TicketDocument,
} from '../../cloudfunctions/selfservice/ticketDocuments'
import { afterTicketStep, type TicketStep } from '../../cloudfunctions/selfservice/ticketSteps'
import { MALL_DESK } from '../../domain/access/roles'
import { ticketColumn, ticketTable } from '../../domain/selfservice/ticket'
import { deskOf, type TicketField, type TicketIcon } from '../../domain/selfservice/ticketCategory'
import { beginClock, boardKeyOf } from '../../domain/selfservice/ticketDeadline'
import { ticketNumber } from '../../domain/selfservice/ticketNumber'
import { hoursFor } from '../../domain/selfservice/ticketUrgency'
import { personOf } from './people'
import { HELPER, type TicketTold, ticketsTold } from './ticketsTold'
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

const PARCEL = 'parcel'

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
      asked('plate', '车牌', { kind: 'plate' }),
      asked('span', '停多久', { kind: 'choice', options: ['一天', '一周', '换长期车牌'] }),
    ],
  ],
  ['cleaning', 'trash', '保洁', '打翻、垃圾、异味', 3, []],
  [PARCEL, 'truck', '商城订单', '没收到、少了、送错了', 8, []],
]

function categoriesOf({ who }: World): CategoryDocument[] {
  const [lead, helper, keeper] = [who('miaomiao')._id, who('xiahe')._id, who('wangyanqiu')._id]
  const sites = ['上海', '成都工厂', '大庆工厂', '台州工厂', '北京']
  return categoriesTold.map(([_id, icon, name, hint, targetHours, fields], order) => ({
    _id,
    ...{ icon, name, hint, targetHours, fields, order },
    desks:
      _id === PARCEL
        ? [{ site: MALL_DESK, leadId: keeper, handlerIds: [keeper] }]
        : sites.map(site => ({
            site,
            leadId: lead,
            handlerIds: site === '上海' ? [helper] : [lead],
          })),
    version: 1,
    // What asks for nothing of one's own is everybody's, but for somebody's parcel.
    together: fields.length === 0 && _id !== PARCEL,
  }))
}

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
  ticket = { ...ticket, followerIds: (told.same ?? []).map(key => who(key)._id) }
  const [stars, words] = told.stars ?? []
  return stars === undefined ? ticket : { ...ticket, rating: { stars, words: words ?? '', at: last } }
}

const stepped = (ticket: TicketDocument, step: TicketStep): TicketDocument => ({
  ...ticket,
  ...afterTicketStep(ticket, step),
})

function freshTicket(
  { categoryId, place, body, answers = [], urgency = 'soon' }: TicketTold,
  about: { _id: string; owner: TicketDocument['requester']; category: CategoryDocument; submittedAt: number },
): TicketDocument {
  const { _id, owner, category, submittedAt } = about
  const targetHours = hoursFor(category.targetHours, urgency)
  const clock = beginClock(targetHours, submittedAt)
  return {
    _id,
    number: ticketNumber(_id, submittedAt),
    employeeId: owner.employeeId,
    requester: owner,
    categoryId,
    category: category.name,
    icon: category.icon,
    targetHours,
    urgency,
    site: deskOf(category, owner.site) ?? owner.site,
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
