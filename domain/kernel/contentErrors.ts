/** The part of the catalogue for 刷新闻: see `errors.ts`. */
export const contentErrors = {
  CONTENT_ARTICLE_MISSING: { kind: 'missing', zh: '这篇文章不在了，看看别的' },
  CONTENT_CHANGED: { kind: 'conflict', zh: '刚刚有人改过这篇，打开新的再继续' },
  CONTENT_STEP_REFUSED: { kind: 'conflict', zh: '文章的状态变了，这一步现在不能做，请刷新后再看' },
  CONTENT_OWN_ARTICLE: { kind: 'denied', zh: '自己写过的文章，要请另一位主编来定' },
  CONTENT_NOT_YOURS: { kind: 'denied', zh: '这一版是别的同事写的，请他或主编来丢掉' },
  CONTENT_UNFINISHED: { kind: 'invalid', zh: '还没写完：要有标题、摘要、封面和正文' },
  CONTENT_DAY_PAST: { kind: 'invalid', zh: '确认的期限已经过了，换一天' },
  CONTENT_TIME_WRONG: { kind: 'invalid', zh: '发布时间要在一分钟之后、九十天之内' },
  CONTENT_AUDIENCE_MISSING: { kind: 'missing', zh: '名单里没有这个园区或部门，检查一下写法' },
  CONTENT_FILE_MISSING: { kind: 'missing', zh: '有文件没有传好，请重新选择' },
  CONTENT_FILE_UNFIT: { kind: 'invalid', zh: '附件只收 10 MB 以内的 PDF、Word、Excel、PPT' },
  CONTENT_FILM_UNFIT: { kind: 'invalid', zh: '影片只收 50 MB 以内的 MP4' },
  CONTENT_TOO_LONG: {
    kind: 'invalid',
    zh: '文章太长了：正文两万字、三百段、三十张图以内，每张表六十行、八列以内',
  },
  CONTENT_PICTURE_BLOCKED: { kind: 'conflict', zh: '有图片没有通过检查，换掉它再发布' },
  CONTENT_NOT_READ: { kind: 'conflict', zh: '读到文末就能确认了' },
  CONTENT_REMINDED_TODAY: { kind: 'limited', zh: '今天已经提醒过一次，明天再来' },
  CONTENT_REASON_NEEDED: { kind: 'invalid', zh: '请写一句理由，撰稿的同事会看到' },
} as const
