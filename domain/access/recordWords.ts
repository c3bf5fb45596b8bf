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

/** "员工 VC018842": what it was and which; of something that has no name here, which alone. */
export function saySubject(subject: string): string {
  const [collection = '', ...rest] = subject.split('/')
  const id = rest.join('/')
  const what = subjectWords[collection]
  if (what === undefined) return id || subject
  return id === '' ? what : `${what} ${id}`
}

const fieldWords: Record<string, string> = {
  action: '动作',
  amount: '沃币',
  capacity: '名额',
  coins: '沃币',
  counts: '行数',
  department: '部门',
  employeeId: '工号',
  endsAt: '到',
  ended: '结束的角色',
  experience: '经验',
  featured: '精华',
  fileName: '文件',
  fromAt: '从',
  granted: '授予',
  grants: '角色',
  happyHours: 'Happy Hour',
  intro: '介绍',
  joinedOn: '入职',
  lending: '代办',
  mutedUntil: '停言到',
  name: '名称',
  note: '备注',
  offices: '职务',
  onTop: '置顶',
  phoneShown: '号码',
  pinned: '置顶',
  publishAt: '发布时间',
  quarterBudget: '季度预算',
  reason: '理由',
  refunded: '退回',
  revoked: '收回',
  role: '角色',
  rows: '每件事',
  scopeId: '范围',
  site: '园区',
  startsAt: '开始',
  state: '状态',
  status: '状态',
  title: '标题',
  until: '到',
  untilAt: '到',
  verdict: '决定',
  version: '版本',
  way: '方向',
  why: '理由',
  words: '说明',
}

const valueWords: Record<string, string> = {
  accept: '同意',
  active: '在职',
  applied: '写好了',
  applying: '正在写入',
  approve: '同意',
  approved: '同意了',
  calledOff: '取消了',
  cancelled: '取消了',
  checked: '核对过',
  closed: '关了',
  decided: '处理完',
  deleted: '删了',
  done: '完成',
  draft: '草稿',
  dropped: '放弃了',
  give: '发放',
  keep: '保留',
  left: '离职',
  live: '在展示',
  member: '会员',
  open: '开着',
  pending: '等处理',
  placed: '下单了',
  planned: '排好了',
  published: '发布了',
  received: '收到了',
  refuse: '拒绝',
  refused: '拒绝了',
  remove: '移除',
  removed: '移除了',
  returned: '退回了',
  revoked: '取消了',
  running: '审批中',
  shipped: '寄出了',
  take: '收回',
  waiting: '等复核',
  withdrawn: '撤下了',
}

function sayValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '无'
  if (value === true) return '是'
  if (value === false) return '否'
  if (typeof value === 'string') return valueWords[value] ?? value
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(sayValue).join('、')
  return typeof value === 'object' ? `（${sayFields(value)}）` : String(value)
}

const sayFields = (value: object) =>
  Object.entries(value)
    .map(([field, one]) => `${fieldWords[field] ?? field} ${sayValue(one)}`)
    .join('，')

/** What stood there before or after, in words as far as the house has them; what is no JSON stays as it is. */
export function sayFacts(json: string): string {
  try {
    const facts: unknown = JSON.parse(json)
    return typeof facts === 'object' && facts !== null && !Array.isArray(facts)
      ? sayFields(facts)
      : sayValue(facts)
  } catch {
    return json
  }
}
