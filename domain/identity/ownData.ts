/** What becomes of posts and comments: they stay under 前同事, or their words go. */
export const wordChoices = ['anonymous', 'remove'] as const
export type Words = (typeof wordChoices)[number]

/** Days until a deletion that was asked for begins; until then it can be withdrawn. */
export const COOLING_DAYS = 7

/** What has to be settled before a deletion, behind how many there are. */
export const blockerWords = {
  orders: '件订单还没办完',
  places: '个报名或预约还没结束，先退出',
  tickets: '张行政工单还没办完，先取消或等它办完',
  roles: '项管理职务，先交接',
  foundings: '份创会申请在审批，先撤回',
} as const

/** Hours for which an export can be fetched, and until the next one can be asked for. */
export const EXPORT_LIFE_HOURS = 24

interface KeptTable {
  room: string
  title: string
  /** Why it is kept, and for how long. */
  why: string
  /** What a deletion does to it. */
  onDeletion: string
}

/** Everything that the rooms keep about one person, in the order in which it is shown. */
export const keptTables = {
  person: {
    room: '身份',
    title: '员工名单里的我',
    why: '人力资源的名单，确认你是同事，以及最近来过的一天；离职后由名单更新',
    onDeletion: '名单保留，微信和权限解绑，来过的日子删除',
  },
  rebinds: {
    room: '身份',
    title: '等人力资源处理的换绑',
    why: '处理完后不再显示手机号',
    onDeletion: '删除',
  },
  corrections: {
    room: '身份',
    title: '请人力资源改过的资料',
    why: '改了什么、为什么，要能回看',
    onDeletion: '删除',
  },
  account: {
    room: '沃币',
    title: '余额和经验',
    why: '账户存续期间',
    onDeletion: '余额作废，账目换成匿名编号',
  },
  entries: {
    room: '沃币',
    title: '沃币明细',
    why: '账目要能逐笔核对，不删',
    onDeletion: '换成匿名编号，标题去掉内容',
  },
  streak: { room: '成长', title: '签到', why: '只留最近一周和最长一次', onDeletion: '删除' },
  posts: { room: '沃谈会', title: '帖子', why: '到你删除为止', onDeletion: '按你的选择匿名或清空' },
  comments: { room: '沃谈会', title: '评论', why: '到你删除为止', onDeletion: '按你的选择匿名或清空' },
  favourites: { room: '沃谈会', title: '收藏', why: '到你取消为止', onDeletion: '删除' },
  follows: { room: '沃谈会', title: '关注', why: '到你取消为止', onDeletion: '删除' },
  reports: { room: '沃谈会', title: '我的举报', why: '版主要能复核', onDeletion: '换成匿名编号，说明清空' },
  reviews: {
    room: '沃谈会',
    title: '版主看过的帖子和评论，和我的申诉',
    why: '决定要能复核',
    onDeletion: '换成匿名编号，申诉清空，内容按你的选择匿名或清空',
  },
  memberships: { room: '工会', title: '协会申请和会籍', why: '到退会为止，审批留痕', onDeletion: '删除' },
  foundings: { room: '工会', title: '创会申请', why: '审批留痕', onDeletion: '换成匿名编号' },
  offices: {
    room: '工会',
    title: '当过和被请当的会长',
    why: '交接要能回看',
    onDeletion: '没答复的作废，其余署名改为前同事',
  },
  photos: { room: '工会', title: '贴过的照片', why: '到你删除为止', onDeletion: '署名改为前同事' },
  places: {
    room: '预约',
    title: '报名和预约',
    why: '用于签到和统计',
    onDeletion: '换成匿名编号，同行人、填写和申诉的内容清空',
  },
  feedback: {
    room: '预约',
    title: '到访后的评价',
    why: '驿站要能回看',
    onDeletion: '换成匿名编号，部门和文字清空，分数留下',
  },
  orders: {
    room: '商城',
    title: '订单',
    why: '兑换要能核对',
    onDeletion: '换成匿名编号，收件人、电话和说过的话清空',
  },
  goods: { room: '商城', title: '收藏和到货提醒', why: '到你取消为止', onDeletion: '删除' },
  basket: { room: '商城', title: '购物袋', why: '到你清空为止', onDeletion: '删除' },
  addresses: { room: '商城', title: '收货地址', why: '到你删除为止', onDeletion: '删除' },
  suggestions: { room: '知识库', title: '推荐和更正', why: '编辑要能回看', onDeletion: '署名改为前同事' },
  wordbook: { room: '知识库', title: '词本', why: '到你拿掉为止', onDeletion: '删除' },
  documents: { room: '知识库', title: '负责的文档', why: '同事知道该问谁', onDeletion: '负责人改为前同事' },
  readings: {
    room: '刷新闻',
    title: '读过、赞过和收藏的文章',
    why: '接着读，必读要有确认',
    onDeletion: '删除',
  },
  articles: { room: '刷新闻', title: '写过的文章', why: '文章属于公司', onDeletion: '署名改为前同事' },
  tickets: {
    room: '办事',
    title: '行政工单',
    why: '用于处理和统计',
    onDeletion: '换成匿名编号，填写内容、照片和对话清空',
  },
  ticketWords: {
    room: '办事',
    title: '工单里说过的话',
    why: '用于处理，也要能回看',
    onDeletion: '自己工单里的清空；替别人处理的留下，署名改为前同事',
  },
  desks: { room: '办事', title: '接单的名单', why: '工单知道该找谁', onDeletion: '移出名单' },
  claims: {
    room: '办事',
    title: '报销进度',
    why: '财务的账要能核对',
    onDeletion: '换成匿名编号，回答清空，导入记录里去掉编号',
  },
  lines: { room: '办事', title: '关注的班车', why: '到你取消为止', onDeletion: '删除' },
  candidates: {
    room: '汇人才',
    title: '推荐和申请',
    why: '用于招聘和奖励；朋友的资料按他同意的期限删除',
    onDeletion: '换成匿名编号，申请内容清空',
  },
  positions: { room: '汇人才', title: '收藏的职位', why: '到你取消为止', onDeletion: '删除' },
  broadcasts: {
    room: '直播',
    title: '直播的提醒和到场',
    why: '用于提醒、奖励和抽奖，直播结束 90 天后删除',
    onDeletion: '删除，中奖名单署名改为前同事',
  },
  visits: {
    room: '运营数据',
    title: '访问记录',
    why: '只用来数访问，不写名字，90 天后删除',
    onDeletion: '换成另一个匿名编号',
  },
  readPosts: {
    room: '沃谈会',
    title: '看过的帖子',
    why: '数一个帖子有多少人看过，一个人只数一次；不写名字',
    onDeletion: '换成另一个匿名编号',
  },
  notices: { room: '通知', title: '通知', why: '你的收件箱', onDeletion: '删除' },
  permissions: { room: '通知', title: '通知设置', why: '到你改动为止', onDeletion: '删除' },
} as const satisfies Record<string, KeptTable>

export type KeptName = keyof typeof keptTables
export const keptNames = Object.keys(keptTables) as [KeptName, ...KeptName[]]

/** What stays after a deletion, in words, for whoever is about to ask for it. */
export const staying = [
  '沃币账目：金额要能核对，只留匿名编号，查不到是你。',
  '点过的赞、投过的票：继续计数，不再显示名字。',
  '别人在帖子里写到你的文字：是别人的话，请找作者或版主。',
  '别人收件箱里已经收到的通知：到他们清理为止。',
  '审计记录：谁在什么时候申请了注销。',
  '以官方账号说过的话，和你文章、直播下面别人的讨论：留下，只去掉你的名字。',
  '经手的记录：你以管理岗位发货、盘点、答复、审批时的署名，要能追责。',
  '员工名单：由人力资源管理，以后可以重新登记，从零开始。',
] as const
