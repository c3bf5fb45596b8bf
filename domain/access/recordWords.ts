import { ownOf } from '../kernel/own'
import { dayOf, inChina, startOfDay } from '../kernel/time'
import { fieldWords } from './factFields'
import { valueWord } from './factValues'

/** What a collection's documents are called in the record: the part of a subject before its slash. */
const subjectWords: Record<string, string> = {
  access_exports: '导出',
  booking_centres: '体验中心',
  booking_closures: '停用时段',
  booking_courses: '课',
  booking_facilities: '场馆',
  booking_places: '预约',
  booking_sessions: '场次',
  brand_accounts: '官方账号',
  brand_films: '影片',
  careers_candidates: '候选人',
  careers_positions: '职位',
  coin_batches: '发放名单',
  coin_entries: '沃币明细',
  coin_hands: '发放',
  coin_rules: '规则',
  content_articles: '文章',
  forum_accounts: '账号',
  forum_comments: '评论',
  forum_posts: '帖子',
  forum_reviews: '举报',
  growth_streaks: '签到',
  identity_employees: '员工',
  identity_imports: '名单导入',
  identity_rebinds: '换绑',
  knowledge_documents: '文件',
  knowledge_suggestions: '推荐的词',
  knowledge_terms: '术语',
  live_broadcasts: '直播',
  live_draws: '抽奖',
  mall_orders: '订单',
  mall_products: '商品',
  notice_news: '官方消息',
  selfservice_claim_imports: '报销导入',
  selfservice_ticket_categories: '工单分类',
  selfservice_tickets: '工单',
  selfservice_timetables: '时刻表',
  selfservice_titles: '发票抬头',
  union_associations: '协会',
  union_events: '活动',
  union_foundings: '创会申请',
  union_memberships: '入会申请',
  union_photos: '照片',
}

/** Names of the people and associations that records speak of, by their id. */
export type RecordNames = ReadonlyMap<string, string>

const NOBODY: RecordNames = new Map()
const PERSON = /^VC\d{6}$/
/** What the house makes up itself; its end is enough to tell two apart. */
const MADE_UP = /^[0-9A-Z]{26}$/
/** Something stored: a picture, a spreadsheet. */
const STORED = /^cloud:\/\//
const KEY = /^[a-zA-Z]+$/
const MOMENT = /(At|ntil|before|from)$/i
/** Numbers from here on are moments, in ms since the epoch. */
const EARLIEST = Date.UTC(2015, 0, 1)

/** "林晓川 VC018842", "光影摄影社", "…5C6B9Z"; several that are tied together, one after the other. */
function sayId(id: string, names: RecordNames): string {
  const parts = id.split(':').map(part => {
    const name = names.get(part)
    if (MADE_UP.test(part)) return `…${part.slice(-6)}`
    if (name === undefined) return part
    return PERSON.test(part) ? `${name} ${part}` : name
  })
  return parts.join(' · ')
}

/** "员工 林晓川 VC018842": what it was and which; of something that has no name here, which alone. */
export function saySubject(subject: string, names: RecordNames = NOBODY): string {
  const [collection = '', ...rest] = subject.split('/')
  const id = sayId(rest.join('/'), names)
  const what = ownOf(subjectWords, collection)
  if (what === undefined) return id || subject
  return id === '' ? what : `${what} ${id}`
}

/** What a record's fact is under this name, if it is one that was told. */
function factIn(json: string, field: string): unknown {
  try {
    return (JSON.parse(json) as Record<string, unknown> | null)?.[field]
  } catch {
    return undefined
  }
}

/** "+100 沃币": what was given by hand, or "−20 经验" where it was taken. */
function sayWorth(json: string): string[] {
  const sign = factIn(json, 'way') === 'take' ? '−' : '+'
  return Object.entries({ amount: '沃币', experience: '经验' }).flatMap(([field, unit]) => {
    const worth = factIn(json, field)
    return typeof worth === 'number' && worth > 0 ? [`${sign}${worth} ${unit}`] : []
  })
}

/** "陈嘉禾 VC018843，+100 沃币", "换绑 马骁 VC020518": what is called by an id that says nothing is told by whom it concerns. */
export function sayWhom(
  { subject, before, after }: { subject: string; before: string; after: string },
  names: RecordNames = NOBODY,
): string {
  const [collection = '', id = ''] = subject.split('/')
  const person = [after, before].map(json => factIn(json, 'employeeId')).find(one => typeof one === 'string')
  if (typeof person !== 'string' || PERSON.test(id)) return saySubject(subject, names)
  const whom = sayId(person, names)
  if (collection === 'coin_hands') return [whom, ...sayWorth(after)].join('，')
  const what = ownOf(subjectWords, collection)
  return MADE_UP.test(id) && what !== undefined ? `${what} ${whom}` : saySubject(subject, names)
}

function sayText(field: string, value: string, names: RecordNames): string {
  if (STORED.test(value)) return '已存的文件'
  return valueWord(field, value) ?? sayId(value, names)
}

/** The end of whole days is told by the last of them: the first moment that no longer counts is nobody's day. */
function sayMoment(field: string, at: number): string {
  const isDayEnd = field === 'endsAt' && at === startOfDay(dayOf(at))
  return isDayEnd ? dayOf(at - 1) : inChina(at).format('YYYY-MM-DD HH:mm')
}

function sayValue(field: string, value: unknown, names: RecordNames): string {
  if (value === null || value === undefined || value === '') return '无'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'string') return sayText(field, value, names)
  if (typeof value === 'number' && value > EARLIEST && MOMENT.test(field)) return sayMoment(field, value)
  if (Array.isArray(value))
    return value.length === 0 ? '无' : value.map(one => sayValue(field, one, names)).join('、')
  return typeof value === 'object' ? `（${sayFields(value, names)}）` : String(value)
}

/** A field's name; what stands there may also be the id of something, as where a list is told one by one. */
function sayField(field: string, names: RecordNames): string {
  return ownOf(fieldWords, field) ?? (KEY.test(field) ? (names.get(field) ?? '其他') : sayId(field, names))
}

const sayFields = (value: object, names: RecordNames) =>
  Object.entries(value)
    .map(([field, one]) => `${sayField(field, names)} ${sayValue(field, one, names)}`)
    .join('，')

/** What stood there before or after, in the house's words; what is no JSON stays as it is. */
export function sayFacts(json: string, names: RecordNames = NOBODY): string {
  try {
    const facts: unknown = JSON.parse(json)
    return typeof facts === 'object' && facts !== null && !Array.isArray(facts)
      ? sayFields(facts, names)
      : sayValue('', facts, names)
  } catch {
    return json
  }
}

const NUMBERS = /\bVC\d{6}\b/g
const OF_ASSOCIATION = /^union_(memberships|associations)\/([a-z0-9-]+)/

const WHO_GAVE = /"byId":"VC\d{6}"/g

/** Who acted and whom it concerns; who once gave what stands in it is only told. */
export function concernedIn({ by, subject, before, after }: Recorded): string[] {
  const told = `${before} ${after}`.replace(WHO_GAVE, '')
  return [...new Set(Array.from(`${by} ${subject} ${told}`.matchAll(NUMBERS), ([number]) => number))]
}

type Recorded = Record<'by' | 'subject' | 'before' | 'after', string>

/** Whose names a reader of these records wants: employees' numbers, and associations' ids. */
export function namedIn(records: readonly Recorded[]) {
  const people = new Set<string>()
  const associations = new Set<string>()
  for (const { by, subject, before, after } of records) {
    for (const [number] of `${by} ${subject} ${before} ${after}`.matchAll(NUMBERS)) people.add(number)
    const association = OF_ASSOCIATION.exec(subject)?.[2]
    if (association !== undefined) associations.add(association)
  }
  return { people: [...people], associations: [...associations] }
}
