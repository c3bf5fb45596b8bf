import type { ReadyReason } from '@/rooms/access/public'

/** Ready reasons for removing a member, with the sentence that the person will read. */
export const removals: readonly ReadyReason[] = [
  { label: '很久没有来', sentence: '很久没有参加活动了，名额先给在等的同事，欢迎以后再申请。' },
  { label: '调去了别的园区', sentence: '你调去了别的园区，那边也有同类的协会，欢迎在那边继续。' },
  { label: '影响了别人', sentence: '有会员反映在活动里受到了影响，提醒过也没有改。' },
  { label: '其他', sentence: '' },
]
