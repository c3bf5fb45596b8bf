/** The part of the catalogue for 直播: see `errors.ts`. */
export const liveErrors = {
  LIVE_BROADCAST_MISSING: { kind: 'missing', zh: '没有找到这场直播，可能取消了' },
  LIVE_CHANGED: { kind: 'conflict', zh: '另一位主理刚刚动过这场直播，请刷新后再来' },
  LIVE_STEP_REFUSED: { kind: 'conflict', zh: '直播的状态变了，这一步现在不能做，请刷新后再看' },
  LIVE_TIMES_WRONG: { kind: 'invalid', zh: '时间对不上：先出现、再开始、再结束，时长 10 分钟到 8 小时' },
  LIVE_PAST: { kind: 'invalid', zh: '开始时间已经过了，先改到以后' },
  LIVE_ADDRESS_NOT_ALLOWED: { kind: 'invalid', zh: '这个网址不在允许的域名里，请用登记过的直播页' },
  LIVE_COVER_MISSING: { kind: 'missing', zh: '还没有封面，或者图片没有传好，请重新选择' },
  LIVE_COVER_UNFIT: { kind: 'invalid', zh: '这张图片放不进来：要 JPG、PNG 或 WebP，10 MB 以内' },
  LIVE_NOT_BEFORE: { kind: 'conflict', zh: '直播已经开始或取消，不用再提醒了' },
  LIVE_PASS_OVER: { kind: 'conflict', zh: '离开得有点久，重新打开这场直播就好' },
  LIVE_MESSAGE_MISSING: { kind: 'missing', zh: '这条留言不在了' },
  LIVE_NO_DRAW: { kind: 'missing', zh: '这场直播没有抽奖' },
  LIVE_DRAW_STEP_REFUSED: { kind: 'conflict', zh: '这一步现在不能做：先开播，再封名单，再开奖' },
  LIVE_DRAW_NOBODY: { kind: 'conflict', zh: '还没有人达到参与条件，等一等再封名单' },
  LIVE_WINNER_MISSING: { kind: 'missing', zh: '没有找到这位中奖的同事' },
  LIVE_EXPORT_FAILED: { kind: 'retry', zh: '文件没有存好，请稍后再试' },
} as const
