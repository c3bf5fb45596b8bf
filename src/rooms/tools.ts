import type { Permission } from '@domain/access/roles'
import type { IconName } from '@/ui/icon/Icon'
import type { RoomPage } from './open'

/** A page of the back office beyond the inbox, and who may open it. */
export interface Tool {
  permission: Permission
  icon: IconName
  /** What part of the back office it belongs to, as the menu of a wide window calls it. */
  area: string
  name: string
  meta: string
  page: RoomPage
}

export const tools: readonly Tool[] = [
  {
    permission: 'stats.read',
    icon: 'chart',
    area: '运营数据',
    name: '运营数据',
    meta: '谁来、什么时候来、做了什么',
    page: 'stats/figures',
  },
  {
    permission: 'union.applications.decide',
    icon: 'people',
    area: '协会与活动',
    name: '已处理的申请',
    meta: '回头看，或取消会员资格',
    page: 'access/decided',
  },
  {
    permission: 'union.events.manage',
    icon: 'cal',
    area: '协会与活动',
    name: '办一场活动',
    meta: '时间、地点、名额，一张表写完',
    page: 'union/eventEdit',
  },
  {
    permission: 'union.applications.decide',
    icon: 'people',
    area: '我的协会',
    name: '我的协会',
    meta: '谁在等、会员、页面、交接',
    page: 'union/preside',
  },
  {
    permission: 'forum.moderate',
    icon: 'shield',
    area: '沃谈会',
    name: '举报与申诉',
    meta: '24 小时内给答复',
    page: 'access/moderation',
  },
  {
    permission: 'forum.speak',
    icon: 'verified',
    area: '沃谈会',
    name: '官方账号',
    meta: '介绍、关注的人、谁在说',
    page: 'forum/accounts',
  },
  {
    permission: 'booking.centres.run',
    icon: 'desk',
    area: '体验中心',
    name: '体验中心前台',
    meta: '今天谁来、签到、闭馆、数据',
    page: 'booking/desk',
  },
  {
    permission: 'booking.facilities.run',
    icon: 'gym',
    area: '健身与场馆',
    name: '健身与场馆',
    meta: '今天谁来、课表、停课、缺席、规则',
    page: 'booking/facility',
  },
  {
    permission: 'selfservice.shuttle.edit',
    icon: 'bus',
    area: '班车',
    name: '班车时刻表',
    meta: '线路、站点、班次，改好定日子发布',
    page: 'selfservice/shuttleDesk',
  },
  {
    permission: 'mall.orders.fulfil',
    icon: 'bag',
    area: '商城与订单',
    name: '兑换发货',
    meta: '寄到家、前台自取',
    page: 'mall/fulfil',
  },
  {
    permission: 'selfservice.tickets.handle',
    icon: 'fix',
    area: '自助服务',
    name: '行政工单',
    meta: '谁在等、分派、超时、数据',
    page: 'selfservice/ticketBoard',
  },
  {
    permission: 'selfservice.invoices.manage',
    icon: 'bill',
    area: '自助服务',
    name: '发票与报销',
    meta: '抬头、报销进度导入',
    page: 'selfservice/invoiceDesk',
  },
  {
    permission: 'mall.goods.manage',
    icon: 'grid',
    area: '商城与订单',
    name: '商品管理',
    meta: '上下架、库存流水、批量发货、拣货、统计',
    page: 'mall/goods',
  },
  {
    permission: 'identity.roster.import',
    icon: 'idc',
    area: '员工与沃币',
    name: '名单导入',
    meta: '核对 CSV，再更新在册员工',
    page: 'identity/roster',
  },
  {
    permission: 'notice.news.send',
    icon: 'mail',
    area: '官方消息',
    name: '发官方消息',
    meta: '写一次，按园区、部门或协会送到',
    page: 'notice/newsDesk',
  },
  {
    permission: 'careers.manage',
    icon: 'job',
    area: '招聘',
    name: '职位与候选人',
    meta: '职位上下架、候选人进度、导入导出',
    page: 'careers/desk',
  },
  {
    permission: 'content.write',
    icon: 'news',
    area: '刷新闻',
    name: '新闻编辑部',
    meta: '写稿、审稿、定时发布、谁读了',
    page: 'content/newsroom',
  },
  {
    permission: 'brand.edit',
    icon: 'film',
    area: '品牌',
    name: '影片和官方账号',
    meta: '走进沃尔沃、官方微信矩阵',
    page: 'brand/desk',
  },
  {
    permission: 'live.host',
    icon: 'play',
    area: '直播',
    name: '直播主理',
    meta: '办直播、开播、抽奖、看数据',
    page: 'live/desk',
  },
  {
    permission: 'knowledge.edit',
    icon: 'book',
    area: '知识库',
    name: '知识库编辑',
    meta: '推荐的词、文件、谁在看',
    page: 'knowledge/desk',
  },
  {
    permission: 'access.inbox',
    icon: 'swap',
    area: '请人代办',
    name: '我不在的时候',
    meta: '出差休假，请同事代为处理',
    page: 'access/lending',
  },
  {
    permission: 'access.roles.grant',
    icon: 'people',
    area: '角色与权限',
    name: '角色与权限',
    meta: '谁能做什么、到什么时候',
    page: 'access/roles',
  },
  {
    permission: 'access.audit.read',
    icon: 'shield',
    area: '操作记录',
    name: '操作记录',
    meta: '谁改了什么，查找、核对、导出',
    page: 'access/audit',
  },
  {
    permission: 'access.inbox',
    icon: 'idc',
    area: '我的权限',
    name: '我的权限',
    meta: '能做什么、范围、到期、谁给的',
    page: 'access/myRoles',
  },
]
