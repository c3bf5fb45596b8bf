import { LOCAL_ENVIRONMENT } from '../constants'
import { failure, type StandIn, type StandInReply } from './standIn'

const LOCAL_CODE = /^phone:(?:\+(\d{1,3})-)?(1\d{10})$/
const INVALID_CODE = { errcode: 40029, errmsg: 'invalid code' }

/**
 * `phonenumber.getPhoneNumber`. A code of the form `phone:13800000426` stands for what WeChat's button
 * gives, `phone:+44-13800000426` for the number of another country.
 */
export const getPhoneNumber: StandIn = {
  rejection: INVALID_CODE,
  answer({ data, invocation }): StandInReply {
    const [, country = '86', phone] = LOCAL_CODE.exec(String(data.code ?? '')) ?? []
    if (!phone) return failure(INVALID_CODE.errcode, INVALID_CODE.errmsg)
    return {
      json: {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          phone_number: country === '86' ? phone : `+${country}${phone}`,
          pure_phone_number: phone,
          country_code: country,
          watermark: {
            timestamp: Math.floor(Date.parse(invocation.at) / 1_000),
            appid: LOCAL_ENVIRONMENT.appId,
          },
        },
      },
    }
  },
}
