import { createHash } from 'node:crypto'
import { LOCAL_ENVIRONMENT } from '../constants'
import type { Caller } from './caller'

/** Seals the codes of virtual goods and the contacts of friends here and nowhere else; a real environment has its own in the console. */
export const developmentCodeKey = createHash('sha256')
  .update(`development ${LOCAL_ENVIRONMENT.envId}`)
  .digest('base64')

/** What every invocation of a function finds in `process.env`: where the cloud is and who the function is. */
export function staticEnvironment(url: string, functionName: string): Record<string, string> {
  const { envId, region, secretId, secretKey } = LOCAL_ENVIRONMENT
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    TCB_ENV: envId,
    SCF_NAMESPACE: envId,
    SCF_FUNCTIONNAME: functionName,
    MALL_CODE_KEY: developmentCodeKey,
    CAREERS_CONTACT_KEY: developmentCodeKey,
    STATS_KEY: developmentCodeKey,
    LIVE_KEY: developmentCodeKey,
    LIVE_WEB_HOSTS: 'live.volvocars.com.cn',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  }
}

/**
 * What changes with each invocation. A null removes the variable, so that a worker does not show the caller of
 * the invocation before. The SDK sends `WX_API_TOKEN` with every request and hides it from the function.
 */
export function callerEnvironment(caller: Caller, token: string): Record<string, string | null> {
  const timer = caller.source === 'wx_trigger'
  const keys = ['WX_APPID', 'WX_CLIENTIP', 'WX_API_TOKEN', ...(caller.openid === null ? [] : ['WX_OPENID'])]
  return {
    WX_CONTEXT_KEYS: keys.join(','),
    WX_APPID: LOCAL_ENVIRONMENT.appId,
    WX_CLIENTIP: '127.0.0.1',
    WX_OPENID: caller.openid,
    WX_API_TOKEN: token,
    WX_TRIGGER_API_TOKEN_V0: timer ? token : null,
    TRIGGER_SRC: timer ? 'timer' : null,
    TCB_SOURCE: caller.source,
  }
}
