import { LOCAL_ENVIRONMENT } from '../constants'
import { failure, type StandIn, type StandInReply } from './standIn'

const LOCAL_CODE = /^phone:(1\d{10})$/
const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code' }

/** `phonenumber.getPhoneNumber`. A code of the form `phone:13800000426` stands for what WeChat's button gives. */
export const getPhoneNumber: StandIn = {
  rejection: INVALID_CODE,
  answer({ data, invocation }): StandInReply {
    const phone = LOCAL_CODE.exec(String(data.code ?? ''))?.[1]
    if (!phone) return failure(INVALID_CODE.errcode, INVALID_CODE.errmsg)
    return {
      json: {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phone_number: phone,
          pure_phone_number: phone,
          country_code: '86',
          watermark: {
            timestamp: Math.floor(Date.parse(invocation.at) / 1_000),
            appid: LOCAL_ENVIRONMENT.appId,
          },
        },
      },
    }
  },
}
