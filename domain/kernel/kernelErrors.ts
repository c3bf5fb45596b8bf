/**
 * The part of the catalogue that is of no room, see `errors.ts`. The phone takes from here what it says where no answer
 * came; the rest of the catalogue stays in the cloud, whose answers bring their words.
 */
export const kernelErrors = {
  BAD_REQUEST: { kind: 'invalid', zh: '请求不完整，请更新小程序后再试' },
  INVALID_INPUT: { kind: 'invalid', zh: '有内容没填对，请检查标出的地方' },
  UNKNOWN_PROCEDURE: { kind: 'missing', zh: '这个功能不在了，请更新小程序' },
  NOT_ALLOWED: { kind: 'denied', zh: '你没有这项权限，需要的话请联系系统管理员' },
  REQUEST_ID_REUSED: { kind: 'conflict', zh: '这次提交和上一次重复了，请返回重新操作' },
  TOO_BUSY: { kind: 'retry', zh: '现在人有点多，请稍等几秒再试' },
  DATABASE_UNAVAILABLE: { kind: 'retry', zh: '数据暂时连不上，什么都没有改动，请再试一次' },
  FUNCTION_TIMED_OUT: { kind: 'retry', zh: '等得有点久，请再试一次，不会重复提交' },
  FUNCTION_FAILED: { kind: 'retry', zh: '我们这边断了一下，请再试一次，不会重复提交' },
  INTERNAL: { kind: 'bug', zh: '是我们这边出了错，已经记下来了' },
  CONTENT_REJECTED: { kind: 'invalid', zh: '内容里有不合适的表达，改一改再发' },
  CONTENT_CHECK_UNAVAILABLE: { kind: 'retry', zh: '内容检查暂时不可用，草稿已保留，请稍后再发' },
} as const
