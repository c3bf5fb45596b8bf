import type { Subscriptions } from '../state/subscriptions'
import { mediaCheckAsync, msgSecCheck } from './contentSafety'
import type { MediaChecks } from './mediaChecks'
import { getUnlimited } from './miniProgramCode'
import { getPhoneNumber } from './phoneNumber'
import type { StandIn } from './standIn'
import { subscribeMessageSend } from './subscribeMessage'

/** Every openapi the local cloud answers, by the name a function's `config.json` must be permitted. */
export function standIns(media: MediaChecks, subscriptions: Subscriptions): Record<string, StandIn> {
  return {
    'security.msgSecCheck': msgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync(media),
    'subscribeMessage.send': subscribeMessageSend(subscriptions),
    'wxacode.getUnlimited': getUnlimited,
    'phonenumber.getPhoneNumber': getPhoneNumber,
  }
}
