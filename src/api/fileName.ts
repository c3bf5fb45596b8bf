import Taro from '@tarojs/taro'
import { newRequestId } from './requestId'

const SECRET_BYTES = 16

/**
 * A name for a file that is put into the storage, which nobody can guess: whoever knows a path may read what lies there.
 * A WeChat too old to have chance that is safe gives a name that is only unique.
 */
export async function newFileName(): Promise<string> {
  const secret = await draw().catch(() => new Uint8Array())
  return newRequestId() + [...secret].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Taro hands this on as it is: it answers by its callbacks. */
function draw(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length: SECRET_BYTES,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: reject,
    })
  })
}
