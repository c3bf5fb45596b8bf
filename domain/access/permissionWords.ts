import type { Permission } from './roles'

/** What each permission lets somebody do, as the page of one's own roles says it. */
export const permissionWords: Record<Permission, string> = {
  'access.inbox': '看见等自己处理的事，出差时请同事代办',
  'access.roles.grant': '给同事角色，也能收回',
  'access.audit.read': '查看和导出操作记录，核对有没有被改动',
  'union.applications.decide': '同意或拒绝入会申请',
  'union.events.manage': '办活动、改活动、签到',
  'union.foundings.decide': '审批创会申请',
  'union.events.decide': '审批活动',
  'union.speak': '用协会的名义说话',
  'booking.host': '给来的人签到',
  'booking.centres.run': '管体验中心的前台、开放时间和闭馆',
  'booking.facilities.run': '管健身房和场馆的课表、停用和规则',
  'notice.news.send': '发官方消息',
  'identity.roster.import': '导入员工名单',
  'identity.rebinds.decide': '核对换绑申请',
  'forum.moderate': '处理举报和申诉',
  'forum.feature': '选精华、置顶',
  'forum.speak': '用官方账号说话',
  'mall.orders.fulfil': '发货、前台交付、退换',
  'mall.goods.manage': '上下架商品、管库存',
  'selfservice.shuttle.edit': '改班车时刻表并发布',
  'selfservice.tickets.handle': '处理行政工单',
  'selfservice.invoices.manage': '管发票抬头和报销进度',
  'knowledge.edit': '写术语、管文件',
  'brand.edit': '管影片和官方账号列表',
}
