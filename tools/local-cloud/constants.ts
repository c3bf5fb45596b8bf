/** Names the local cloud gives to what a real environment has of its own. */
export const LOCAL_ENVIRONMENT = {
  envId: 'wo-local',
  bucket: '776f-wo-local-1250000000',
  region: 'ap-shanghai',
  appId: 'wx00000000000000aa',
  secretId: 'AKIDlocalCloudOfTheCommunity',
  secretKey: 'localCloudNeedsNoSecret',
} as const

export const KILOBYTE = 1024
export const MEGABYTE = 1024 * KILOBYTE

/** The text body of a client's call to a function. */
export const CLIENT_EVENT_LIMIT_BYTES = 100 * KILOBYTE
/** What `wx.cloud.callFunction` is reported to hand back to a client. */
export const CLIENT_REPLY_LIMIT_BYTES = 1 * MEGABYTE
/** Event and reply of any invocation. */
export const FUNCTION_PAYLOAD_LIMIT_BYTES = 6 * MEGABYTE
/** One file of the storage, but for films. */
export const FILE_LIMIT_BYTES = 10 * MEGABYTE
