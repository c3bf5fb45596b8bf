import cloud from 'wx-server-sdk'

cloud.init()

/** The least a cloud function can be: what the SDK alone costs. */
export const main = async () => ({ ok: true, data: null })
