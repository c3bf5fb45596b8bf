/**
 * Who started an invocation. `source` follows the chain of calls as in the real service: `wx_client` for the
 * mini program, `wx_trigger` for a timer, `wx_unknown` for a message WeChat pushes, and `,scf` for each
 * function that passed the call on. A client cannot choose it.
 */
export interface Caller {
  openid: string | null
  source: string
}

export const SOURCE_CLIENT = 'wx_client'
export const SOURCE_TIMER = 'wx_trigger'
export const SOURCE_MESSAGE = 'wx_unknown'
