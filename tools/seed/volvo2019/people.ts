import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { PRIVACY_VERSION } from '../../../domain/identity/privacy'
import { DAY_MS, HOUR_MS, startOfDay } from '../../../domain/kernel/time'
import type { Chance } from '../chance'
import { days, ELIGIBLE, FIRST, REGISTERED, sharedOut } from './calendar'

const FAMILY_NAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余']
const GIVEN_NAMES =
  '子涵 雨欣 浩然 思远 佳怡 明轩 志强 海燕 文静 建华 国栋 雪梅 一帆 嘉伟 晨曦 天宇 静怡 磊 敏 伟'.split(' ')
const DEPARTMENTS =
  '总装 涂装 焊装 冲压 质量 物流 研发 采购 财务 市场 软件 整车验证 电子电气 产品管理 发动机 铸造 销售 传播 人力资源 法务'.split(
    ' ',
  )
const SITES = ['成都工厂', '大庆工厂', '台州工厂', '上海', '北京']
const FIRST_NUMBER = 40_001

/** Whoever looks at the figures of this world. */
export const OPS = 'demo-ops2019'

/** The roster: those who have registered come first, in the order in which they did. */
export function rosterOf(chance: Chance): EmployeeDocument[] {
  // Half of them come in the first weeks, and fewer and fewer later.
  const perDay = sharedOut(
    REGISTERED,
    days.map((_, day) => Math.exp(-day / 45) + 0.04),
  )
  const boundAt = days.flatMap((on, day) =>
    Array.from(
      { length: perDay[day] as number },
      () => startOfDay(on) + 7 * HOUR_MS + chance.whole(0, 0.6 * DAY_MS),
    ),
  )
  boundAt.sort((a, b) => a - b)
  return Array.from({ length: ELIGIBLE }, (_, index) => employeeOf(index, boundAt[index] ?? null, chance))
}

function employeeOf(index: number, boundAt: number | null, chance: Chance): EmployeeDocument {
  const _id = `VC0${FIRST_NUMBER + index}`
  const isOps = index === 0
  return {
    _id,
    name: chance.pick(FAMILY_NAMES) + chance.pick(GIVEN_NAMES),
    phone: `137${String(10_000_000 + index * 7)}`,
    department: chance.pick(DEPARTMENTS),
    site: chance.pick(SITES),
    joinedOn: '2017-03-01',
    status: 'active',
    openid: isOps ? OPS : boundAt === null ? `unbound:${_id}` : `volvo2019-${index}`,
    boundAt: isOps ? startOfDay(FIRST) + 7 * HOUR_MS : boundAt,
    agreedPrivacyVersion: boundAt === null ? null : PRIVACY_VERSION,
    grants: isOps ? [{ role: 'ops' }] : [],
    searchTerms: [],
  }
}

/** How often somebody comes beside others: one in ten daily, three now and then, the rest seldom. */
const HABITS = [12, 2, 2, 2, 0.35, 0.35, 0.35, 0.35, 0.35, 0.35]

/** Draws people by their habits among those who have registered by then. */
export function drawing(roster: readonly EmployeeDocument[], chance: Chance) {
  const most = Math.max(...HABITS)
  return (registered: number): EmployeeDocument => {
    for (;;) {
      const index = chance.whole(0, registered - 1)
      const habit = HABITS[(index * 7) % HABITS.length] as number
      if (chance.next() * most < habit) return roster[index] as EmployeeDocument
    }
  }
}
