import { topicIdOf } from '@domain/forum/topics'
import { careersVisits } from './careersVisits'
import { deskVisits } from './deskVisits'
import { liveVisits } from './liveVisits'
import { serviceVisits } from './serviceVisits'
import type { Visit } from './visit'

const LIN = 'linxiaochuan'
const WANG = 'wangyanqiu'
const ADMIN = 'renfei'
const HOST = 'qiaoan'
/** Runs the gym and the venues in Shanghai. */
const MANAGER = 'miaomiao'

/** Every page of the artefact. */
export const visits: Record<string, Visit> = {
  'pages/home/index': { who: LIN, shows: '大家在聊' },
  'pages/fun/index': { who: LIN, shows: '夜班的第一缕光' },
  'pages/energy/index': { who: LIN, shows: '我的订单' },
  'pages/admin/index': { who: LIN, shows: '陈嘉禾想加入' },
  'rooms/identity/pages/register/index': { who: 'stranger', shows: '登记一次，以后打开就到' },
  'rooms/identity/pages/left/index': { who: 'luyiming', shows: '员工身份已停用' },
  'rooms/identity/pages/privacy/index': { who: 'stranger', shows: '我们收集什么，用来做什么' },
  'rooms/identity/pages/rebind/index': { who: 'stranger', shows: '申请换绑' },
  'rooms/identity/pages/profile/index': { who: LIN, shows: '入职第 7 年' },
  'rooms/identity/pages/roster/index': { who: WANG, shows: '选择文件并核对' },
  'rooms/forum/pages/post/index': {
    who: LIN,
    shows: '低温下的回弹怎么标定',
    parameters: ({ postId }) => `?postId=${postId}`,
  },
  'rooms/forum/pages/compose/index': { who: LIN, shows: '发到哪个版块' },
  'rooms/forum/pages/mine/index': { who: LIN, shows: '带两个孩子露营' },
  'rooms/growth/pages/level/index': { who: LIN, shows: '入职周年' },
  'rooms/identity/pages/settings/index': { who: LIN, shows: '谁能看到我的部门' },
  'rooms/identity/pages/myData/index': { who: LIN, shows: '导出我的数据' },
  'rooms/forum/pages/comments/index': { who: LIN, shows: '我的评论' },
  'rooms/forum/pages/liked/index': { who: LIN, shows: '位同事赞了' },
  'rooms/forum/pages/favourites/index': { who: LIN, shows: '我的收藏' },
  'rooms/forum/pages/edit/index': {
    who: LIN,
    shows: '保存',
    parameters: ({ postId }) => `?postId=${postId}`,
  },
  'rooms/forum/pages/edits/index': {
    who: LIN,
    shows: '现在的样子',
    parameters: ({ postId }) => `?postId=${postId}`,
  },
  'rooms/forum/pages/topics/index': { who: LIN, shows: '零损工 500 天' },
  'rooms/forum/pages/topic/index': {
    who: LIN,
    shows: '热榜第 1',
    parameters: () => `?topicId=${topicIdOf('XC90 发布会')}`,
  },
  'rooms/forum/pages/author/index': {
    who: LIN,
    shows: '福利、活动和大家的意见',
    parameters: () => '?authorId=gonghui',
  },
  'rooms/forum/pages/accounts/index': { who: 'maoqing', shows: '可以发言' },
  'rooms/forum/pages/search/index': { who: LIN, shows: '写两个字，或者拼音' },
  'rooms/coin/pages/statement/index': { who: LIN, shows: '发帖 5 × 2' },
  'rooms/coin/pages/ways/index': { who: LIN, shows: '帖子或评论被同事点赞' },
  'rooms/union/pages/association/index': {
    who: LIN,
    shows: '不会识谱不要紧',
    parameters: () => '?associationId=choir',
  },
  'rooms/union/pages/application/index': {
    who: LIN,
    shows: '想把早起这件事坚持下来',
    parameters: () => '?membershipId=run%3AVC018842',
  },
  'rooms/union/pages/mine/index': { who: LIN, shows: '羽毛球协会' },
  'rooms/union/pages/event/index': {
    who: LIN,
    shows: '唯一的门票',
    parameters: () => '?eventId=bike-dishui',
  },
  'rooms/union/pages/recap/index': {
    who: LIN,
    shows: '照片在活动页面上贴，签到过的人都能贴。',
    parameters: () => '?eventId=lens-ginkgo',
  },
  'rooms/union/pages/events/index': { who: LIN, shows: '羽毛球 · 新手夜' },
  'rooms/booking/pages/ticket/index': {
    who: LIN,
    shows: '给签到的同事看，没网也能用',
    parameters: () => '?placeId=badminton-newcomers%3AVC018842',
  },
  'rooms/booking/pages/mine/index': { who: LIN, shows: '外拍：银杏黄了' },
  'rooms/booking/pages/host/index': {
    who: LIN,
    shows: '试制 · 上海',
    parameters: () => '?sessionId=lens-hall',
  },
  'rooms/booking/pages/centre/index': {
    who: LIN,
    shows: '走一圈看到什么',
    parameters: () => '?centreId=centre-shanghai',
  },
  'rooms/booking/pages/book/index': {
    who: LIN,
    shows: '几位一起来',
    parameters: () => '?centreId=centre-shanghai',
  },
  'rooms/booking/pages/visit/index': {
    who: LIN,
    shows: '给前台打电话',
    parameters: ({ visitId }) => `?placeId=${encodeURIComponent(visitId)}`,
  },
  'rooms/booking/pages/desk/index': { who: HOST, shows: '位到了' },
  'rooms/booking/pages/closures/index': {
    who: HOST,
    shows: '安排闭馆',
    parameters: () => '?centreId=centre-shanghai',
  },
  'rooms/booking/pages/centreEdit/index': {
    who: HOST,
    shows: '调休上班的周末按周一开放',
    parameters: () => '?centreId=centre-shanghai',
  },
  'rooms/booking/pages/centreStats/index': {
    who: HOST,
    shows: '星期几约得满',
    parameters: () => '?centreId=centre-shanghai',
  },
  'rooms/booking/pages/courses/index': { who: LIN, shows: '我的日历' },
  'rooms/booking/pages/course/index': {
    who: LIN,
    shows: '接下来的课',
    parameters: () => '?courseId=gym-shanghai.spin',
  },
  'rooms/booking/pages/venues/index': { who: LIN, shows: '乒乓球台' },
  'rooms/booking/pages/venueDay/index': {
    who: LIN,
    shows: '4 号场',
    parameters: () => '?facilityId=badminton-shanghai',
  },
  'rooms/booking/pages/calendar/index': { who: LIN, shows: '11 月' },
  'rooms/booking/pages/absences/index': { who: 'maxiao', shows: '停约中' },
  'rooms/booking/pages/facility/index': { who: MANAGER, shows: '人到了' },
  'rooms/booking/pages/facilityEdit/index': {
    who: MANAGER,
    shows: '几次没来停约，0 是不停',
    parameters: () => '?facilityId=badminton-shanghai',
  },
  'rooms/booking/pages/facilityPlace/index': {
    who: MANAGER,
    shows: '要带什么、怎么用',
    parameters: () => '?facilityId=badminton-shanghai',
  },
  'rooms/booking/pages/courseEdit/index': {
    who: MANAGER,
    shows: '每周的课',
    parameters: () => '?facilityId=gym-shanghai&courseId=gym-shanghai.spin',
  },
  'rooms/booking/pages/noShows/index': {
    who: MANAGER,
    shows: '马骁',
    parameters: () => '?facilityId=gym-shanghai',
  },
  'rooms/booking/pages/facilityFigures/index': {
    who: MANAGER,
    shows: '星期几约得满',
    parameters: () => '?facilityId=gym-shanghai',
  },
  'rooms/union/pages/eventEdit/index': {
    who: LIN,
    shows: '问报名的人一个问题',
    parameters: () => '?associationId=lens',
  },
  'rooms/union/pages/members/index': {
    who: LIN,
    shows: '一共 146 人',
    parameters: () => '?associationId=lens',
  },
  'rooms/union/pages/preside/index': { who: LIN, shows: '一般多久答复' },
  'rooms/union/pages/edit/index': {
    who: LIN,
    shows: '申请时问什么',
    parameters: () => '?associationId=lens',
  },
  'rooms/union/pages/found/index': { who: LIN, shows: '主要在哪个园区' },
  'rooms/union/pages/founding/index': {
    who: 'zhoumu',
    shows: '等你决定',
    parameters: ({ foundingId }) => `?foundingId=${foundingId}`,
  },
  'rooms/mall/pages/shop/index': { who: LIN, shows: '珐琅杯・红边' },
  'rooms/mall/pages/product/index': {
    who: LIN,
    shows: '用 880 沃币兑换',
    parameters: () => '?productId=g01-blanket',
  },
  'rooms/mall/pages/orders/index': { who: LIN, shows: '不锈钢保温壶' },
  'rooms/mall/pages/order/index': {
    who: LIN,
    shows: '在前台交到手里',
    parameters: ({ orderId }) => `?orderId=${orderId}`,
  },
  'rooms/mall/pages/basket/index': { who: LIN, shows: '有机棉 T 恤' },
  'rooms/mall/pages/addresses/index': { who: LIN, shows: '墨玉南路' },
  'rooms/mall/pages/favourites/index': { who: LIN, shows: '羊毛披毯' },
  'rooms/mall/pages/goods/index': { who: WANG, shows: '库存流水' },
  'rooms/mall/pages/ship/index': { who: WANG, shows: '一份表，把快递都发了' },
  'rooms/mall/pages/returns/index': { who: WANG, shows: '儿童增高坐垫' },
  'rooms/mall/pages/goodEdit/index': {
    who: WANG,
    shows: '款式和库存',
    parameters: () => '?productId=g09-tee',
  },
  'rooms/mall/pages/picking/index': { who: WANG, shows: 'XC90' },
  'rooms/mall/pages/mallStats/index': { who: WANG, shows: '离开流通的沃币' },
  'rooms/mall/pages/redemptions/index': {
    who: WANG,
    shows: '林晓川',
    parameters: () => '?productId=g03-thermos',
  },
  'rooms/mall/pages/stock/index': {
    who: WANG,
    shows: '开账',
    parameters: () => '?productId=g09-tee',
  },
  'rooms/mall/pages/afterSale/index': {
    who: LIN,
    shows: '想补充的话',
    parameters: ({ orderId }) => `?orderId=${orderId}`,
  },
  'rooms/mall/pages/fulfil/index': { who: WANG, shows: 'XC90 合金车模' },
  'rooms/access/pages/approval/index': {
    who: LIN,
    shows: '拍了三年晨跑团',
    parameters: () => '?kind=application&id=lens%3AVC016418',
  },
  'rooms/access/pages/batch/index': { who: LIN, shows: '想学布光' },
  'rooms/access/pages/decided/index': { who: LIN, shows: '在社群里推销器材' },
  'rooms/access/pages/lending/index': { who: LIN, shows: '哪几天不在' },
  'rooms/access/pages/roles/index': { who: ADMIN, shows: '授予角色' },
  'rooms/access/pages/myRoles/index': { who: ADMIN, shows: '给同事角色，也能收回' },
  'rooms/access/pages/audit/index': { who: ADMIN, shows: '每一条都带着前一条的校验值' },
  'rooms/access/pages/moderation/index': { who: WANG, shows: '唐果 · 帖子' },
  'rooms/access/pages/review/index': {
    who: WANG,
    shows: '移除这',
    parameters: ({ reviewId }) => `?reviewId=${reviewId}`,
  },
  'rooms/forum/pages/appeal/index': {
    who: LIN,
    shows: '我的申诉',
    parameters: ({ appealId }) => `?reviewId=${appealId}`,
  },
  'rooms/notice/pages/inbox/index': { who: LIN, shows: '3 号线，12 月 1 日起早 6 分钟' },
  'rooms/notice/pages/settings/index': { who: LIN, shows: '接受过 8 次，发了 5 次' },
  'rooms/notice/pages/news/index': {
    who: LIN,
    shows: '今年有三样',
    parameters: ({ newsId }) => `?newsId=${newsId}`,
  },
  'rooms/notice/pages/newsDesk/index': { who: WANG, shows: '年终慰问礼开始选了' },
  'rooms/notice/pages/newsEdit/index': { who: WANG, shows: '一个园区' },
  ...serviceVisits,
  ...careersVisits,
  ...liveVisits,
  ...deskVisits,
}
