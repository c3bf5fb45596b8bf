import type { Permission } from '@domain/access/roles'
import type { IconName } from '@/ui/icon/Icon'
import type { RoomPage } from './open'

/** A page of the back office beyond the inbox, and who may open it. */
export interface Tool {
  permission: Permission
  /** Its own: somebody with many tools finds them by it. */
  icon: IconName
  name: string
  meta: string
  page: RoomPage
  /** The part of the back office that it stands under where somebody has many; absent: under none. */
  area?: string
}

export const tools: readonly Tool[] = [
  {
    permission: 'stats.read',
    icon: 'chart',
    name: '运营数据',
    meta: '谁来、什么时候来、做了什么',
    page: 'stats/figures',
  },
  {
    permission: 'union.applications.decide',
    icon: 'history',
    name: '已处理的申请',
    meta: '回头看，或取消会员资格',
    page: 'access/decided',
    area: '协会与活动',
  },
  {
    permission: 'union.events.manage',
    icon: 'cal',
    name: '办一场活动',
    meta: '时间、地点、名额，一张表写完',
    page: 'union/eventEdit',
    area: '协会与活动',
  },
  {
    permission: 'union.applications.decide',
    icon: 'flag',
    name: '我的协会',
    meta: '谁在等、会员、页面、交接',
    page: 'union/preside',
    area: '协会与活动',
  },
  {
    permission: 'forum.moderate',
    icon: 'alert',
    name: '举报与申诉',
    meta: '24 小时内给答复',
    page: 'access/moderation',
    area: '沃谈会',
  },
  {
    permission: 'forum.speak',
    icon: 'verified',
    name: '官方账号',
    meta: '介绍、关注的人、谁在说',
    page: 'forum/accounts',
    area: '沃谈会',
  },
  {
    permission: 'booking.centres.run',
    icon: 'desk',
    name: '体验中心前台',
    meta: '今天谁来、签到、闭馆、数据',
    page: 'booking/desk',
  },
  {
    permission: 'booking.facilities.run',
    icon: 'gym',
    name: '健身与场馆',
    meta: '今天谁来、课表、停课、缺席、规则',
    page: 'booking/facility',
  },
  {
    permission: 'selfservice.shuttle.edit',
    icon: 'bus',
    name: '班车时刻表',
    meta: '线路、站点、班次，改好定日子发布',
    page: 'selfservice/shuttleDesk',
    area: '自助服务',
  },
  {
    permission: 'mall.orders.fulfil',
    icon: 'bag',
    name: '兑换发货',
    meta: '寄到家、前台自取',
    page: 'mall/fulfil',
    area: '商城与订单',
  },
  {
    permission: 'selfservice.tickets.handle',
    icon: 'fix',
    name: '行政工单',
    meta: '谁在等、分派、超时、数据',
    page: 'selfservice/ticketBoard',
    area: '自助服务',
  },
  {
    permission: 'selfservice.invoices.manage',
    icon: 'bill',
    name: '发票与报销',
    meta: '抬头、报销进度导入',
    page: 'selfservice/invoiceDesk',
    area: '自助服务',
  },
  {
    permission: 'mall.goods.manage',
    icon: 'grid',
    name: '商品管理',
    meta: '上下架、库存流水、批量发货、拣货、统计',
    page: 'mall/goods',
    area: '商城与订单',
  },
  {
    permission: 'identity.rebinds.decide',
    icon: 'task',
    name: '处理过的',
    meta: '换绑、改资料、创会，谁定的、等了多久',
    page: 'access/decisions',
    area: '员工与沃币',
  },
  {
    permission: 'identity.members.see',
    icon: 'person',
    name: '员工',
    meta: '找人、资料、调动、停言、离职和返岗',
    page: 'identity/members',
    area: '员工与沃币',
  },
  {
    permission: 'coin.hands',
    icon: 'coin',
    name: '发放和收回',
    meta: '沃币和经验，多的要两个人，也能整批导入',
    page: 'coin/hands',
    area: '员工与沃币',
  },
  {
    permission: 'coin.rules',
    icon: 'gear',
    name: '得沃币的规则',
    meta: '数量、上限、Happy Hour，定好时间生效',
    page: 'coin/rules',
    area: '员工与沃币',
  },
  {
    permission: 'identity.roster.import',
    icon: 'doc',
    name: '名单导入',
    meta: '核对 CSV，再更新在册员工',
    page: 'identity/roster',
    area: '员工与沃币',
  },
  {
    permission: 'notice.news.send',
    icon: 'mail',
    name: '发官方消息',
    meta: '写一次，按园区、部门或协会送到',
    page: 'notice/newsDesk',
  },
  {
    permission: 'careers.manage',
    icon: 'job',
    name: '职位与候选人',
    meta: '职位上下架、候选人进度、导入导出',
    page: 'careers/desk',
  },
  {
    permission: 'content.write',
    icon: 'news',
    name: '新闻编辑部',
    meta: '写稿、审稿、定时发布、谁读了',
    page: 'content/newsroom',
  },
  {
    permission: 'brand.edit',
    icon: 'film',
    name: '影片和官方账号',
    meta: '走进沃尔沃、官方微信矩阵',
    page: 'brand/desk',
  },
  {
    permission: 'live.host',
    icon: 'play',
    name: '直播主理',
    meta: '办直播、开播、抽奖、看数据',
    page: 'live/desk',
  },
  {
    permission: 'knowledge.edit',
    icon: 'book',
    name: '知识库编辑',
    meta: '推荐的词、文件、谁在看',
    page: 'knowledge/desk',
  },
  {
    permission: 'access.inbox',
    icon: 'swap',
    name: '我不在的时候',
    meta: '出差休假，请同事代为处理',
    page: 'access/lending',
  },
  {
    permission: 'access.roles.grant',
    icon: 'lock',
    name: '角色与权限',
    meta: '谁能做什么、到什么时候',
    page: 'access/roles',
  },
  {
    permission: 'access.audit.read',
    icon: 'shield',
    name: '操作记录',
    meta: '谁改了什么，查找、核对、导出',
    page: 'access/audit',
  },
  {
    permission: 'access.inbox',
    icon: 'idc',
    name: '我的权限',
    meta: '能做什么、范围、到期、谁给的',
    page: 'access/myRoles',
  },
]
