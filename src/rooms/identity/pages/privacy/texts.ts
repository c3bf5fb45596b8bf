import type { KeptName } from '@domain/identity/ownData'

/** One heading and what stands under it; a line that begins with a dash is an item of a list. */
export interface Passage {
  title: string
  lines: readonly string[]
}

/** One thing that is collected, and which of the tables under 我的数据 it is about. */
interface Collected {
  line: string
  tables: readonly KeptName[]
}

/** Everything that 我的数据 shows is named here, in the words of whoever has not come in yet. */
export const collected: readonly Collected[] = [
  {
    line: '员工编号、姓名、手机号：登记时和人力资源的名单核对，确认你是同事。手机号由微信提供，只用来核对本人和换绑。',
    tables: ['person', 'rebinds'],
  },
  {
    line: '部门、园区、入职日期，以及你请人力资源改过的地方：来自人力资源的名单，让同事知道你在哪里。',
    tables: ['corrections'],
  },
  {
    line: '最近来过的一天：让人力资源知道账号还有没有人用。只记日子，不记几点来、看了什么，新的一天盖掉旧的。',
    tables: [],
  },
  {
    line: '你发的帖子、评论、图片和视频：显示给同事看。发布前，文字和图片会交给微信做内容安全检查。',
    tables: ['posts', 'comments'],
  },
  {
    line: '你点的赞、收藏，关注的同事、话题和班车，想换的商品和职位：让你找得回来，有新的告诉你。',
    tables: ['favourites', 'follows', 'goods', 'lines', 'positions'],
  },
  { line: '举报、申诉和版主的处理：让决定能复核。', tables: ['reports', 'reviews'] },
  {
    line: '读过、赞过的文章，必读的确认，以及你写的文章：接着读，知道谁还没看到。',
    tables: ['readings', 'articles'],
  },
  {
    line: '入会和创会的申请、回答和理由，当会长的交接：交给审批的人决定，全程留痕。',
    tables: ['memberships', 'foundings', 'offices'],
  },
  { line: '贴进协会相册的照片：显示给同事看，到你删除为止。', tables: ['photos'] },
  {
    line: '活动、到访、课程和场地的报名、预约、填写的内容、到场签到和评价：用来留位、签到和改进。',
    tables: ['places', 'feedback'],
  },
  { line: '每日签到：数连续多少天。', tables: ['streak'] },
  {
    line: '沃币和经验的每一笔、购物袋和兑换订单：让每一枚沃币都查得到来处。',
    tables: ['account', 'entries', 'orders', 'basket'],
  },
  {
    line: '寄到家的收件人、手机号和地址：只给负责寄出的商城管理员。常用地址存在你的账号里，到你删除为止。',
    tables: ['addresses'],
  },
  {
    line: '行政工单、照片和对话，报销进度：交给办事的同事处理。',
    tables: ['tickets', 'ticketWords', 'desks', 'claims'],
  },
  { line: '推荐和申请的职位，附上的简历，推荐时填写的朋友资料：交给招聘的同事。', tables: ['candidates'] },
  { line: '荐词、更正和你负责的文档：让知识库知道该问谁。', tables: ['suggestions', 'documents'] },
  { line: '收进词本的词：让你换一台手机也找得回来。', tables: ['wordbook'] },
  { line: '直播的提醒和到场：用于提醒、奖励和抽奖。', tables: ['broadcasts'] },
  { line: '访问记录：只用来数有多少人来过，不写名字。', tables: ['visits'] },
  { line: '看过的帖子：只用来数一个帖子有多少人看过，不写名字。', tables: ['readPosts'] },
  {
    line: '站内通知、通知设置，以及你同意过的订阅消息次数：把结果告诉你。',
    tables: ['notices', 'permissions'],
  },
  {
    line: '微信给小程序的用户标识（OpenID）：下次打开不用再登记。我们拿不到你的微信号、好友和聊天。',
    tables: [],
  },
  { line: '后台同事做的审批和改动：留下谁、什么时候、改了什么，以便查证。', tables: [] },
]

/** Changes here need a new PRIVACY_VERSION, so that everybody is asked again, and other words in PrivacyUpdate. */
export const privacyGuide: readonly Passage[] = [
  {
    title: '我们是谁',
    lines: [
      '沃社区是沃尔沃汽车员工自己的社区，由公司运营，只对在册员工开放。这份指引说清楚它收集什么、为什么、放在哪里。',
    ],
  },
  { title: '我们收集什么，用来做什么', lines: collected.map(({ line }) => `—${line}`) },
  {
    title: '你会被问到的权限',
    lines: [
      '—手机号：只在登记和换绑时。',
      '—相册、相机和微信聊天里的文件：只在你选图片、视频或文件时，只取你选中的那几个。',
      '—相机扫码：你在门口扫码签到、打开自己的票时；前台核对票和签到、交付商品时。只读码，不留照片。',
      '—日历：只在你点「加到日历」时写入这一件，不读别的。',
      '—地图：只在主办选集合地点时打开，取的是选中的地点，不是你在哪里。',
      '—剪贴板：只在你点「复制」时写入，从不读取。',
      '不读取你的位置、通讯录、麦克风和运动数据。',
    ],
  },
  {
    title: '谁能看到',
    lines: [
      '—全体同事：姓名、园区、你公开发布的内容。部门和手机号给谁看，由你在「设置」里选，手机号一开始谁都看不到。',
      '—协会会长和主办：申请、报名的人的姓名、部门、园区和填写的内容，看不到手机号。',
      '—前台和场馆：预约和签到的人的姓名和预约内容。',
      '—人力资源，以及部门负责人对自己部门：名单里的信息。人力资源还看得到沃币和最近来过的一天，看沃币明细会留下记录。换绑申请里的手机号遮住中间四位。',
      '—商城管理员：订单；要寄的订单还有收件人、手机号和地址。',
      '—行政、财务、招聘：交给他们办的工单、报销和职位申请。',
      '不向公司以外的任何人提供，不用于广告，也不用于绩效考核。',
    ],
  },
  {
    title: '放在哪里，放多久',
    lines: [
      '数据存放在中国境内的微信云开发（腾讯云）里，只有小程序的云函数能读写，客户端不能直接访问。',
      '—登记失败的次数：一小时后失效并清除。',
      '—哪一个微信什么时候申请过换绑：30 天后清除，用来告诉申请的人结果。',
      '—换绑申请里的新手机号：处理完就不再保留，只留遮住中间四位的样子。',
      '—直播的提醒和到场、访问记录：90 天后清除。',
      '—在册期间：账号信息、发布的内容、沃币账目和订单一直保留，每一样留多久写在「我的数据」里。',
      '—离职：名单更新后账号随即停用，不能再进入。',
      '—沃币账目、订单和审批记录：为了对账和查证，不因注销账号而抹去，注销时换成匿名编号，不再显示你的姓名。',
    ],
  },
  {
    title: '你的权利',
    lines: [
      '—查看：「设置 → 我的数据」列出留了什么、为什么；「沃币明细」里有每一笔收支。',
      '—更正：在「我的数据」里写下对的是什么，人力资源核对后改名单。',
      '—导出：在「我的数据」里自己导出，打包好了可以下载 24 小时。',
      '—删除内容：自己的帖子和评论可以随时删除。',
      '—撤回同意、注销账号：在「我的数据」里自己办，7 天内可以反悔。注销后不能再使用沃社区，不影响之前的处理。',
    ],
  },
  {
    title: '有变化时',
    lines: [
      '这份指引改了，版本号会跟着变，登记和换绑时请你同意的是你看到的这一版。对它有疑问，请联系人力资源或工会。',
    ],
  },
]

export const communityRules: readonly Passage[] = [
  { title: '像在茶水间一样说话', lines: ['实名，友善，对事不对人。你说的话，同事会当面听到。'] },
  {
    title: '不发这些',
    lines: [
      '—未公开的产品、技术、财务和人事信息，客户和供应商的资料。',
      '—骚扰、歧视、人身攻击，别人的隐私和照片。',
      '—广告、拉票、借贷，以及违反法律法规的内容。',
    ],
  },
  {
    title: '图片',
    lines: ['拍到别人，先问一声。拍到产线、试制车、屏幕和白板，先想想能不能公开。'],
  },
  {
    title: '沃币',
    lines: [
      '沃币奖励真诚的分享。刷帖、灌水、互刷得到的沃币会收回；内容被移除时，它得到的沃币也一并收回，每一笔都写明原因。',
    ],
  },
  {
    title: '被移除了怎么办',
    lines: ['版主移除内容时会写明理由，你会收到通知。觉得不对，可以找工会复议。'],
  },
]
