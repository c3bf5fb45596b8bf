import type { AccountDocument } from '../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import type { Voice } from '../../domain/forum/voices'
import type { World } from './world'

/** An official account of the demonstration world, and who of the cast speaks as it. */
const told = [
  { key: 'volvo', name: '沃尔沃汽车', intro: '公司的消息和新车，第一时间说给同事听', speaker: 'maoqing' },
  { key: 'gonghui', name: '沃尔沃汽车工会', intro: '福利、活动和大家的意见', speaker: 'wangyanqiu' },
  { key: 'sheji', name: '产品设计・英格丽', intro: '设计师怎么想的', speaker: 'maoqing' },
  { key: 'chengdu', name: '沃在成都', intro: '成都工厂的日常', speaker: 'maoqing' },
  { key: 'jiading', name: '嘉定生活', intro: '食堂、班车、停车和天气', speaker: 'maoqing' },
] as const

export const accountDocuments: readonly AccountDocument[] = told.map(({ key, name, intro }, order) => ({
  _id: key,
  name,
  intro,
  order,
}))

export interface Speaker {
  author: EmployeeDocument
  voice?: Voice
}

/** Who says something by a key: one of the cast for themselves, or an account by whoever speaks as it. */
export function speakerBy(world: World, key: string): Speaker {
  const account = told.find(one => one.key === key)
  if (!account) return { author: world.who(key) }
  return { author: world.who(account.speaker), voice: { accountId: account.key, name: account.name } }
}
