import { bookingErrors } from './bookingErrors'
import { careersErrors } from './careersErrors'
import { coinErrors } from './coinErrors'
import { contentErrors } from './contentErrors'
import { kernelErrors } from './kernelErrors'
import { liveErrors } from './liveErrors'
import { serviceErrors } from './serviceErrors'
import type { Instant } from './time'

/** What the caller can do about an error; pages switch on this alone. */
export type ErrorKind = 'invalid' | 'denied' | 'missing' | 'conflict' | 'limited' | 'retry' | 'bug'

/** Every outcome that is not a success, by name. `zh` tells the person what happened and what to do next. */
export const errorCatalogue = {
  ...kernelErrors,

  // identity
  IDENTITY_NOT_REGISTERED: { kind: 'denied', zh: '请先登记员工身份' },
  IDENTITY_LEFT: { kind: 'denied', zh: '你的员工身份已停用，如有疑问请联系人力资源' },
  IDENTITY_ALREADY_REGISTERED: { kind: 'conflict', zh: '这个微信已经登记过了' },
  IDENTITY_PRIVACY_NOT_AGREED: { kind: 'invalid', zh: '请先阅读并同意隐私保护指引' },
  IDENTITY_REGISTRATION_REFUSED: {
    kind: 'invalid',
    zh: '没有核对上。请检查编号、姓名和手机号；换过手机号可以申请换绑',
  },
  IDENTITY_TOO_MANY_ATTEMPTS: { kind: 'limited', zh: '试的次数有点多，请一小时后再来' },
  IDENTITY_PHONE_UNVERIFIED: { kind: 'retry', zh: '没能从微信取得手机号，请重新授权' },
  IDENTITY_PHONE_ABROAD: { kind: 'invalid', zh: '这里只认中国大陆的手机号，请换一个号码授权' },
  IDENTITY_REBIND_MISSING: { kind: 'missing', zh: '没有找到这条换绑申请' },
  IDENTITY_REBIND_DECIDED: { kind: 'conflict', zh: '这条换绑申请已经处理过了' },
  IDENTITY_REBIND_BLOCKED: { kind: 'conflict', zh: '这个微信已经绑定了另一位同事，不能换绑' },
  IDENTITY_REBIND_PHONE_TAKEN: {
    kind: 'conflict',
    zh: '这个号码登记在另一位同事名下，先核对清楚再办',
  },
  IDENTITY_REBIND_OWN: { kind: 'denied', zh: '自己的换绑要由另一位同事来办' },
  IDENTITY_IMPORT_MISSING: { kind: 'missing', zh: '没有找到这次导入' },
  IDENTITY_IMPORT_UNREADABLE: { kind: 'invalid', zh: '文件读不出来：请存成 CSV，首行是列名' },
  IDENTITY_IMPORT_TOO_LONG: { kind: 'invalid', zh: '名单一次最多两万行，请分成几份导入' },
  IDENTITY_IMPORT_STALE: { kind: 'conflict', zh: '名单在核对之后有了变化，请重新核对' },
  IDENTITY_IMPORT_ONESELF: { kind: 'denied', zh: '名单会改到你自己或所代的同事，请另一位同事来导入' },
  IDENTITY_IMPORT_APPLIED: { kind: 'conflict', zh: '这次名单已经导入了' },
  IDENTITY_EXPORT_TOO_SOON: { kind: 'limited', zh: '24 小时内导出过一次，先下载那一份吧' },
  IDENTITY_EXPORT_MISSING: { kind: 'missing', zh: '没有正在准备的导出，请重新申请' },
  IDENTITY_EXPORT_FAILED: { kind: 'retry', zh: '文件没有存好，请稍后再试，不用重新申请' },
  IDENTITY_DELETION_BLOCKED: { kind: 'conflict', zh: '还有没办完的事，先处理好再注销' },
  IDENTITY_DELETION_UNCONFIRMED: { kind: 'invalid', zh: '员工编号不对，请输入你自己的编号' },
  IDENTITY_DELETION_MISSING: { kind: 'missing', zh: '没有可以撤回的注销申请' },
  IDENTITY_DELETION_RUNNING: { kind: 'conflict', zh: '上一次的资料还在清理，请过半小时再登记' },

  IDENTITY_MEMBER_MISSING: { kind: 'missing', zh: '没有找到这位同事，或不在你负责的部门' },
  IDENTITY_PLACE_UNKNOWN: { kind: 'invalid', zh: '名单里没有这个部门或园区，是新的请勾一下' },
  IDENTITY_MEMBER_SAME: { kind: 'conflict', zh: '部门和园区都没有变' },
  IDENTITY_MEMBER_ONESELF: { kind: 'denied', zh: '自己的资料、停言和离职要由别的同事来办' },
  IDENTITY_MEMBER_HERE: { kind: 'conflict', zh: '这位同事在职，不用办返岗' },
  IDENTITY_MEMBER_PHONE_TAKEN: {
    kind: 'conflict',
    zh: '这个号码登记在另一位在职同事名下，先核对清楚再办',
  },
  IDENTITY_LAST_ADMIN: { kind: 'invalid', zh: '没有别的系统管理员了，请先授给另一位再办离职' },
  IDENTITY_OFFICES_OPEN: { kind: 'invalid', zh: '会长的交接对不上：每个协会选一位会员，或留空' },
  IDENTITY_CORRECTION_SAME: { kind: 'invalid', zh: '写的和现在一样，改了再交' },
  IDENTITY_CORRECTION_WAITING: { kind: 'conflict', zh: '上一次的还在等人力资源答复，等答复后再提' },
  IDENTITY_CORRECTION_MISSING: { kind: 'missing', zh: '没有找到这条改资料的申请' },
  IDENTITY_CORRECTION_DECIDED: { kind: 'conflict', zh: '这条改资料的申请已经答复过了' },
  IDENTITY_CORRECTION_OWN: { kind: 'denied', zh: '自己的资料要由别的同事来核对' },
  IDENTITY_CORRECTION_UNEXPLAINED: { kind: 'invalid', zh: '写一句为什么不改，让人知道下一步怎么走' },

  // access
  ACCESS_COLLEAGUE_MISSING: { kind: 'missing', zh: '没有找到这位在职同事，换一位试试' },
  ACCESS_LENDING_PERIOD_WRONG: { kind: 'invalid', zh: '代理的时间不对：结束要晚于开始，最长三个月' },
  ACCESS_NOTHING_TO_LEND: { kind: 'conflict', zh: '你没有自己的管理权限可以交给别人' },
  ACCESS_ROLE_NOT_YOURS: { kind: 'denied', zh: '这个角色不由你授予，请找系统管理员' },
  ACCESS_NOT_ONESELF: { kind: 'denied', zh: '自己的角色要由别人来给，也由别人来收回' },
  ACCESS_SCOPE_WRONG: { kind: 'invalid', zh: '范围不对，请从列表里选' },
  ACCESS_END_WRONG: { kind: 'invalid', zh: '到期日要在今天或以后；系统管理员不设到期日' },
  ACCESS_GRANT_MISSING: { kind: 'missing', zh: '对方已经没有这个角色了' },
  ACCESS_EXPORT_BUSY: { kind: 'limited', zh: '已经有三份在准备，好了一份再导' },
  ACCESS_EXPORT_NOT_YOURS: { kind: 'denied', zh: '这份数据不在你的权限里' },
  ACCESS_EXPORT_MISSING: { kind: 'missing', zh: '没有找到这份导出，可能已经过期，请重新导出' },
  ACCESS_EXPORT_FAILED: { kind: 'retry', zh: '文件暂时没有存好，请稍后再试' },

  // forum
  FORUM_BOARD_MISSING: { kind: 'missing', zh: '没有找到这个版块' },
  FORUM_BOARD_CLOSED: { kind: 'conflict', zh: '这个版块暂时不能发帖' },
  FORUM_POST_MISSING: { kind: 'missing', zh: '帖子不在了' },
  FORUM_COMMENT_MISSING: { kind: 'missing', zh: '评论不在了' },
  FORUM_NOT_YOURS: { kind: 'denied', zh: '只能修改和删除自己的内容' },
  FORUM_IMAGE_MISSING: { kind: 'missing', zh: '有图片没有传好，或者不是 10 MB 以内的图片，请重新选择' },
  FORUM_TOO_FAST: { kind: 'limited', zh: '发得有点快，歇一会儿再发' },
  FORUM_REPEATED: { kind: 'limited', zh: '一小时内发过一样的内容，换个说法吧' },
  FORUM_TOPIC_MISSING: { kind: 'missing', zh: '没有找到这个话题' },
  FORUM_AUTHOR_MISSING: { kind: 'missing', zh: '没有找到这个人或账号' },
  FORUM_ACCOUNT_MISSING: { kind: 'missing', zh: '没有找到这个官方账号' },
  FORUM_NOT_YOUR_VOICE: { kind: 'denied', zh: '你现在不能以这个账号发言' },
  FORUM_FOLLOW_SELF: { kind: 'invalid', zh: '不用关注自己' },
  FORUM_FOLLOWS_FULL: { kind: 'limited', zh: '最多关注 50 个，先取消几个再来' },
  FORUM_EDIT_TOO_LATE: { kind: 'conflict', zh: '发出超过 30 分钟就不能改了，可以写一条评论补充' },
  FORUM_POLL_MISSING: { kind: 'missing', zh: '这篇帖子没有投票' },
  FORUM_POLL_OVER: { kind: 'conflict', zh: '投票已经截止，可以看结果了' },
  FORUM_POLL_VOTED: { kind: 'conflict', zh: '你已经投过了，投出后不能改' },
  FORUM_POLL_CHANGED: { kind: 'conflict', zh: '选项刚刚改过，请刷新看看再投' },
  FORUM_POLL_ONE_ONLY: { kind: 'invalid', zh: '这次只能选一项' },
  FORUM_POLL_END_WRONG: { kind: 'invalid', zh: '投票截止要在 10 分钟之后、30 天之内' },
  FORUM_POLL_FIXED: { kind: 'conflict', zh: '已经有人投票，标题和选项不能再改，正文还可以改' },
  FORUM_SITE_MISSING: { kind: 'missing', zh: '没有这个园区，换一个发' },
  FORUM_CARD_MISSING: { kind: 'missing', zh: '附上的活动或商品不在了，换一个或者去掉' },
  FORUM_OWN_POST: { kind: 'denied', zh: '自己的帖子要由别人选为精华' },
  FORUM_PINS_FULL: { kind: 'conflict', zh: '这个版块已经有三条置顶，先取下一条' },
  FORUM_MUTED: { kind: 'limited', zh: '你被停言了，到期后可以再发' },
  FORUM_REPORT_OWN: { kind: 'denied', zh: '不能举报自己的内容，可以直接删除' },
  FORUM_ALREADY_REPORTED: { kind: 'conflict', zh: '你已经举报过了，有结果会告诉你' },
  FORUM_REPORTS_TOO_MANY: { kind: 'limited', zh: '今天举报得有点多，明天再来' },
  FORUM_REVIEW_MISSING: { kind: 'missing', zh: '没有找到这件' },
  FORUM_REVIEW_DECIDED: { kind: 'conflict', zh: '刚刚有另一位版主处理了，你的决定没有生效' },
  FORUM_REVIEW_CHANGED: { kind: 'conflict', zh: '这件有了新情况，请看过再决定' },
  FORUM_REVIEW_NOT_YOURS: { kind: 'denied', zh: '自己的内容和自己做过的决定，要由另一位版主来看' },
  FORUM_MUTE_TOO_EARLY: { kind: 'conflict', zh: '一年内第二次才可以停言，这次请先提醒' },
  FORUM_APPEAL_DONE: { kind: 'conflict', zh: '已经申诉过了，每个决定可以申诉一次' },
  FORUM_APPEAL_CLOSED: { kind: 'conflict', zh: '现在不能申诉：移除后 7 天内可以' },
  FORUM_CLOSED: { kind: 'denied', zh: '现在暂停发布，恢复后可以再发' },

  // coin
  COIN_NOT_ENOUGH: { kind: 'conflict', zh: '沃币不够，去沃谈会聊聊就有' },
  COIN_ENTRY_CONFLICT: { kind: 'bug', zh: '同一笔沃币记了两种内容，已经记下来了' },
  ...coinErrors,

  // union
  UNION_ASSOCIATION_MISSING: { kind: 'missing', zh: '没有找到这个协会' },
  UNION_ASSOCIATION_CLOSED: { kind: 'conflict', zh: '这个协会现在不招新成员' },
  UNION_APPLICATION_MISSING: { kind: 'missing', zh: '没有找到这份申请' },
  UNION_ALREADY_APPLIED: { kind: 'conflict', zh: '已经申请过了，请等会长回复' },
  UNION_ALREADY_MEMBER: { kind: 'conflict', zh: '你已经是会员了' },
  UNION_APPLIED_TOO_OFTEN: { kind: 'limited', zh: '一天里已经申请过三次，歇一歇，明天再来吧' },
  UNION_ANSWER_INVALID: { kind: 'invalid', zh: '有问题没有回答，请检查表单' },
  UNION_TRANSITION_REFUSED: { kind: 'conflict', zh: '这份申请的状态变了，请刷新后再看' },
  UNION_REASON_NEEDED: { kind: 'invalid', zh: '请写一句理由，对方会看到' },
  UNION_NAME_TAKEN: { kind: 'conflict', zh: '已经有同名的协会了，换个名字' },
  UNION_FOUNDING_MISSING: { kind: 'missing', zh: '没有找到这份创会申请' },
  UNION_NOT_YOUR_TURN: { kind: 'conflict', zh: '这份申请现在不等你处理，请刷新后再看' },
  UNION_PRESIDENT_STAYS: { kind: 'conflict', zh: '会长要先把职务交给另一位会员，才能退出或移出' },
  UNION_OFFICE_NOT_YOURS: { kind: 'denied', zh: '只有会长本人能交接，代理不行' },
  UNION_OFFICE_NOT_OFFERED: { kind: 'conflict', zh: '这次交接已经取消或完成了，请刷新后再看' },
  UNION_PHOTO_MISSING: { kind: 'missing', zh: '没有找到这张照片，可能还在检查' },
  UNION_EVENT_MISSING: { kind: 'missing', zh: '没有找到这场活动' },
  UNION_EVENT_TIMES_WRONG: { kind: 'invalid', zh: '时间对不上：报名、开始、结束要一个比一个晚' },
  UNION_EVENT_OVER: { kind: 'conflict', zh: '活动已经开始、结束或取消，不能再改' },
  UNION_EVENT_SEATS_TAKEN: { kind: 'conflict', zh: '已经报名的人比这个名额多，改大一点' },
  UNION_EVENT_FEE_FIXED: { kind: 'conflict', zh: '已经开放报名，报名费不能再改' },
  UNION_EVENT_CHANGED: { kind: 'conflict', zh: '活动刚刚又改过，看过新的再继续' },
  UNION_EVENT_NOT_OVER: { kind: 'conflict', zh: '活动结束以后再写回顾' },
  UNION_ATTENDEES_ONLY: { kind: 'denied', zh: '签到过的人才能给这场活动贴照片' },
  UNION_MEMBERS_ONLY: { kind: 'denied', zh: '这场活动只给会员，先申请加入协会吧' },

  ...bookingErrors,

  // notice
  NOTICE_NEWS_MISSING: { kind: 'missing', zh: '这条消息不在了，可能已经撤回' },
  NOTICE_AUDIENCE_MISSING: { kind: 'invalid', zh: '没有找到收件的同事，看看地点、部门或协会写对了没有' },
  NOTICE_NOT_YOUR_AUDIENCE: { kind: 'denied', zh: '会长只能发给自己协会的会员' },

  // growth
  GROWTH_DAY_OVER: { kind: 'conflict', zh: '这一天已经过去了，签今天的吧' },

  // mall
  MALL_PRODUCT_MISSING: { kind: 'missing', zh: '没有找到这件商品' },
  MALL_PRODUCT_OFF: { kind: 'conflict', zh: '这件商品下架了' },
  MALL_PRICE_CHANGED: { kind: 'conflict', zh: '价格变了，看一眼再兑' },
  MALL_OUT_OF_STOCK: { kind: 'conflict', zh: '刚刚被换完了，看看别的' },
  MALL_OVER_LIMIT: { kind: 'limited', zh: '这件商品每人限换的数量已经用完' },
  MALL_DELIVERY_INVALID: { kind: 'invalid', zh: '这件商品不支持这种取货方式' },
  MALL_REDEMPTION_EXPIRED: { kind: 'conflict', zh: '这次兑换超时了，沃币没有动，请重新兑换' },
  MALL_ORDER_MISSING: { kind: 'missing', zh: '没有找到这个订单' },
  MALL_NOT_YOUR_ORDER: { kind: 'denied', zh: '这不是你的订单' },
  MALL_TRANSITION_REFUSED: { kind: 'conflict', zh: '订单状态已经变了，请刷新后再看' },
  MALL_DESTINATION_CHANGED: { kind: 'conflict', zh: '收货方式刚刚改过，看过新的再继续' },
  MALL_VARIANT_MISSING: { kind: 'missing', zh: '没有这个款式，重新选一下' },
  MALL_NOT_OPEN_YET: { kind: 'conflict', zh: '还没开抢，到点再来' },
  MALL_SALE_OVER: { kind: 'conflict', zh: '这一场已经结束了' },
  MALL_LEVEL_TOO_LOW: { kind: 'limited', zh: '经验值还不够，多参与几次就能换' },
  MALL_OVER_PERIOD_LIMIT: { kind: 'limited', zh: '这一期能换的数量用完了，下一期再来' },
  MALL_BASKET_FULL: { kind: 'limited', zh: '购物袋最多放 20 件，先换掉一些' },
  MALL_ADDRESSES_FULL: { kind: 'limited', zh: '最多存 10 个地址，先删掉一个' },
  MALL_ADDRESS_MISSING: { kind: 'missing', zh: '没有找到这个地址' },
  MALL_AFTER_SALE_OVER: { kind: 'conflict', zh: '收到超过 7 天，或已经换过一次，不能再申请' },
  MALL_REASON_INVALID: { kind: 'invalid', zh: '选一个原因' },
  MALL_MORE_THAN_ORDERED: { kind: 'invalid', zh: '这个订单没有这么多件，刷新后再看' },
  MALL_IN_STOCK: { kind: 'conflict', zh: '现在就有货，直接换吧' },
  MALL_OPENING_NEAR: { kind: 'conflict', zh: '已经开换或马上就开，留在这一页就好' },
  MALL_STOCK_TOO_LOW: { kind: 'conflict', zh: '货架上没有这么多，刷新后再改' },
  MALL_GOOD_CHANGED: { kind: 'conflict', zh: '别人刚改过这件商品，请刷新后再改' },
  MALL_VARIANT_IN_USE: { kind: 'conflict', zh: '还有库存的款式不能删，先调走库存' },
  MALL_PIECES_IN_USE: { kind: 'conflict', zh: '进过货的商品不能在实物和兑换码之间改，另建一件' },
  MALL_FILE_UNREADABLE: { kind: 'invalid', zh: '文件读不出来：要 UTF-8 的 CSV，列名照模板，最多 5,000 行' },
  MALL_CODES_KNOWN: { kind: 'conflict', zh: '这些码里有已经上传过的' },
  MALL_PICTURE_MISSING: { kind: 'missing', zh: '有一张图没有传上来，重新选一次' },
  MALL_PICTURE_UNFIT: { kind: 'invalid', zh: '这张图片放不进来：要 JPG、PNG 或 WebP，10 MB 以内' },
  MALL_EXPORT_FAILED: { kind: 'retry', zh: '文件没有做出来，稍后再试一次' },
  MALL_NO_CODES_HERE: { kind: 'conflict', zh: '兑换码一个码算一件，别的商品直接改数量' },
  MALL_OWN_ORDER: { kind: 'denied', zh: '自己和所代同事的订单，要由另一位同事来办' },
  MALL_PICKUP_CODE_WRONG: { kind: 'missing', zh: '取货码不对，请让同事刷新后再出示' },

  ...contentErrors,
  ...serviceErrors,
  ...careersErrors,
  ...liveErrors,
} as const satisfies Record<string, { kind: ErrorKind; zh: string }>

export type ErrorCode = keyof typeof errorCatalogue

/** Errors that any procedure may answer with; contracts list only their own. */
export const commonErrors = [
  'BAD_REQUEST',
  'INVALID_INPUT',
  'UNKNOWN_PROCEDURE',
  'NOT_ALLOWED',
  'REQUEST_ID_REUSED',
  'TOO_BUSY',
  'DATABASE_UNAVAILABLE',
  'FUNCTION_TIMED_OUT',
  'FUNCTION_FAILED',
  'INTERNAL',
  'IDENTITY_NOT_REGISTERED',
  'IDENTITY_LEFT',
  'COIN_ENTRY_CONFLICT',
  'FORUM_CLOSED',
  'FORUM_MUTED',
] as const satisfies readonly ErrorCode[]

/**
 * What a client receives instead of data. `fields` names the inputs that are wrong, never their values; `againAt` is
 * when the same would be taken, where that is known.
 */
export interface ErrorReply {
  code: ErrorCode
  kind: ErrorKind
  message: string
  requestId: string
  fields?: string[]
  againAt?: Instant
}

export type Reply<T> = { ok: true; data: T } | { ok: false; error: ErrorReply }

/** Thrown where the community says no: it becomes an error reply and rolls a transaction back. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields?: string[]
  readonly againAt?: Instant
  /** Says it more exactly than the catalogue. */
  readonly said?: string

  constructor(code: ErrorCode, fields?: string[], againAt?: Instant, said?: string) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.fields = fields
    this.againAt = againAt
    this.said = said
  }
}

/** Refuses with `code` when the condition holds. */
export function refuse(condition: boolean, code: ErrorCode, fields?: string[]): void {
  if (condition) throw new Refusal(code, fields)
}

/** Whether the community has said no; anything else is answered by the same command a little later. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refusal && errorCatalogue[error.code].kind !== 'retry'
}

/** The reply that a refusal turns into. */
export function errorReply(
  code: ErrorCode,
  requestId: string,
  { fields, againAt, said }: Pick<Refusal, 'fields' | 'againAt' | 'said'> = {},
): ErrorReply {
  const { kind, zh } = errorCatalogue[code]
  return {
    code,
    kind,
    message: said ?? zh,
    requestId,
    ...(fields && { fields }),
    ...(againAt && { againAt }),
  }
}
