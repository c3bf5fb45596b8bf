import type { Contracts, Room } from '../contracts'
import type { Permission } from './roles'

/** Every command that somebody needs a role for: `mall.shipOrder`. */
type DeskCommand = {
  [R in Room]: {
    [N in keyof Contracts[R] & string]: Contracts[R][N] extends { kind: 'command'; access: Permission }
      ? `${R}.${N}`
      : never
  }[keyof Contracts[R] & string]
}[Room]

/** What anybody may do and is on record where it was done with a role. */
type OnRecord =
  | 'forum.createPost'
  | 'forum.addComment'
  | 'union.answerOffice'
  | 'union.removePhoto'
  | 'mall.redeem'
  | 'mall.cancelOrder'
  | 'growth.checkIn'
  | 'careers.openResume'

/** What the record of the back office calls each action. A command that gets a role has to get its words here. */
const actionWords: Record<DeskCommand | OnRecord, string> = {
  'identity.openPhone': '看完整手机号',
  'identity.openMovements': '看沃币明细',
  'identity.correctMember': '更正资料',
  'identity.transferMember': '办调动',
  'identity.muteMember': '停言',
  'identity.leaveMember': '办离职',
  'identity.handOverOffices': '交接会长',
  'identity.returnMember': '办返岗',
  'identity.openRebindPhones': '看换绑的完整号码',
  'identity.decideRebind': '处理换绑',
  'identity.decideCorrection': '处理改资料',
  'identity.checkRoster': '核对员工名单',
  'identity.applyRoster': '写入员工名单',
  'access.grantRole': '授予角色',
  'access.extendRole': '续期角色',
  'access.revokeRole': '收回角色',
  'access.requestExport': '要一份表格',
  'access.continueExport': '生成表格',
  'access.lendRoles': '请人代办',
  'access.endLending': '结束代办',
  'content.saveArticle': '写文章',
  'content.moveDraft': '交稿或撤回文章',
  'content.reviseArticle': '改已发布的文章',
  'content.discardRevision': '丢掉文章的新一版',
  'content.decideArticle': '处理文章',
  'content.putOnTop': '文章置顶',
  'content.remindUnconfirmed': '提醒确认必读',
  'forum.createPost': '用账号发帖',
  'forum.addComment': '用账号评论',
  'forum.editAccount': '改账号介绍',
  'forum.decideReview': '处理举报',
  'forum.answerAppeal': '答复申诉',
  'forum.featurePost': '选精华',
  'forum.pinPost': '帖子置顶',
  'forum.removePost': '删除帖子',
  'forum.removeComment': '删除评论',
  'coin.moveByHand': '发放或收回沃币',
  'coin.decideHand': '复核沃币',
  'coin.withdrawHand': '撤回发放',
  'coin.checkHands': '核对发放名单',
  'coin.submitBatch': '提交发放名单',
  'coin.withdrawBatch': '撤回发放名单',
  'coin.decideBatch': '复核发放名单',
  'coin.carryOnBatch': '写入发放名单',
  'coin.scheduleRules': '提一版规则',
  'coin.decideRules': '复核规则',
  'coin.withdrawRules': '撤下一版规则',
  'union.decide': '处理入会申请',
  'union.revoke': '取消会员资格',
  'union.removeMember': '移出会员',
  'union.exportMembers': '导出会员',
  'union.offerOffice': '请人接任会长',
  'union.answerOffice': '答复接任',
  'union.removePhoto': '删除照片',
  'union.editAssociation': '改协会页面',
  'union.createEvent': '办活动',
  'union.editEvent': '改活动',
  'union.callOffEvent': '取消活动',
  'union.decideEvent': '审批活动',
  'union.decideFounding': '审批创会',
  'union.writeRecap': '写活动回顾',
  'union.removeRecap': '撤下活动回顾',
  'booking.checkIn': '给来的人签到',
  'booking.decideClaims': '确认或否定来过的人',
  'booking.recordAttendance': '补记来过的人',
  'booking.exportAttendees': '导出名单',
  'booking.admitWalkIn': '接待没预约的人',
  'booking.checkInVisitors': '体验中心签到',
  'booking.planClosure': '安排闭馆',
  'booking.cancelClosure': '取消闭馆',
  'booking.editCentre': '改体验中心',
  'booking.checkInAtFacility': '场馆签到',
  'booking.changeLesson': '改一节课',
  'booking.closeFacility': '停用场馆',
  'booking.reopenFacility': '重新开放场馆',
  'booking.editFacility': '改场馆',
  'booking.addFacility': '加一处场馆',
  'booking.describeFacility': '改场馆资料',
  'booking.retireUnit': '关掉一块场地',
  'booking.retireCourse': '停开一门课',
  'booking.saveCentreFilm': '换体验中心的影片',
  'booking.saveCourse': '改课表',
  'booking.decideAbsence': '处理缺席说明',
  'mall.redeem': '扣下一件商品',
  'mall.cancelOrder': '取消订单',
  'mall.callOffOrder': '撤下订单',
  'mall.decideAfterSale': '答复退换',
  'mall.takeBack': '收到退货',
  'mall.exchange': '换货',
  'mall.saveGood': '改商品',
  'mall.changeStock': '改库存',
  'mall.addCodes': '导入兑换码',
  'mall.checkShipping': '核对发货表',
  'mall.importShipping': '导入发货表',
  'mall.addNode': '记物流',
  'mall.exportOrders': '导出订单',
  'mall.shipOrder': '发货',
  'mall.correctWaybill': '改运单号',
  'mall.handOver': '前台交付',
  'knowledge.saveTerm': '写术语',
  'knowledge.withdrawTerm': '撤下术语',
  'knowledge.saveDocument': '写文件',
  'knowledge.withdrawDocument': '撤下文件',
  'knowledge.acceptSuggestion': '采用推荐',
  'knowledge.refuseSuggestion': '不采用推荐',
  'notice.sendNews': '发官方消息',
  'notice.withdrawNews': '撤回官方消息',
  'selfservice.startDraft': '开始改时刻表',
  'selfservice.saveLine': '改班车线路',
  'selfservice.removeLine': '删掉班车线路',
  'selfservice.savePlaces': '改班车站点',
  'selfservice.saveServices': '改行车日',
  'selfservice.publishDraft': '发布时刻表',
  'selfservice.dropDraft': '放弃时刻表草稿',
  'selfservice.withdrawTimetable': '撤回时刻表',
  'selfservice.checkFeed': '导入时刻表',
  'selfservice.assignTickets': '分派工单',
  'selfservice.workTicket': '处理工单',
  'selfservice.saveTicketCategory': '改工单分类',
  'selfservice.saveTitle': '改发票抬头',
  'selfservice.checkClaims': '核对报销进度',
  'selfservice.applyClaims': '写入报销进度',
  'brand.saveFilm': '改影片',
  'brand.saveAccount': '改官方账号',
  'careers.savePosition': '改职位',
  'careers.movePosition': '上下架职位',
  'careers.checkPositions': '核对职位表',
  'careers.importPositions': '导入职位',
  'careers.showContact': '看候选人电话',
  'careers.openResume': '看候选人简历',
  'careers.moveCandidates': '推进候选人',
  'careers.tellLead': '告诉部门负责人',
  'careers.exportCandidates': '导出候选人',
  'growth.checkIn': '每日签到',
  'live.giveUpDraw': '不开奖了',
  'live.saveBroadcast': '改直播',
  'live.moveBroadcast': '开播或收播',
  'live.giveReplay': '放回放',
  'live.answerMessage': '答直播提问',
  'live.closeDraw': '截止抽奖',
  'live.draw': '开奖',
  'live.noteHandOver': '记奖品交付',
  'live.exportBroadcast': '导出直播数据',
  'stats.exportDashboard': '导出运营数据',
  'stats.exportReport': '导出周报',
  'stats.subscribe': '订周报',
  'stats.sendProposal': '送 Happy Hour 建议',
}

const known = (action: string): action is keyof typeof actionWords => Object.hasOwn(actionWords, action)

/** "授予角色"; what no command of somebody did, the clock did. */
export function sayAction(action: string): string {
  if (action === '') return '到期自动处理'
  return known(action) ? actionWords[action] : '其他操作'
}

/** Whether something on record is done in this room: `union`. */
export const isRoomOnRecord = (word: string): boolean =>
  Object.keys(actionWords).some(action => action.startsWith(`${word}.`))

/** The actions that are called like what was typed, or are meant by it. */
export function actionsCalled(typed: string): string[] {
  return Object.entries(actionWords)
    .filter(([, words]) => words.includes(typed))
    .map(([action]) => action)
}
