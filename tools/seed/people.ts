import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { PRIVACY_VERSION } from '../../domain/identity/privacy'
import { searchTermsOf } from '../../domain/identity/searchTerms'
import { type Day, dayOf } from '../../domain/kernel/time'
import type { Calendar } from './calendar'
import { type CastMember, cast } from './cast'
import type { Chance } from './chance'
import { grantsOf } from './granted'
import type { Person } from './world'

const FAMILY_NAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁沈任姚卢',
]
const GIVEN_NAMES =
  '子涵 雨欣 浩然 梓萱 俊杰 思远 佳怡 明轩 晓雯 志强 海燕 文静 建华 丽娜 国栋 雪梅 一帆 若曦 嘉伟 晨曦 书瑶 天宇 诗涵 永刚 春燕 立新 婷婷 宏伟 静怡 凯 磊 敏 伟 倩 鹏 楠 昊 琳 峰 悦'.split(
    ' ',
  )
const PLACES: readonly [site: string, departments: readonly string[]][] = [
  ['上海', ['研发', '采购', '财务', '市场', '软件', '整车验证', '电子电气', '产品管理']],
  ['成都工厂', ['总装', '涂装', '焊装', '冲压', '质量', '物流']],
  ['大庆工厂', ['总装', '发动机', '生产计划', '设备维护']],
  ['台州工厂', ['总装', '铸造', '设备维护', '质量']],
  ['北京', ['公共关系', '传播', '销售']],
]

/** Colleagues who are on the roster and have not registered yet. */
const UNBOUND = 380
const FIRST_UNBOUND_NUMBER = 30_001

/** The first of them have only just joined the company: whoever tries to register is new to everything here. */
const NEWCOMERS = 12

/** Everybody on the roster: those one can be, and those who have not come yet. */
export function rosterOf(calendar: Calendar, chance: Chance): EmployeeDocument[] {
  const bound = cast.map((member, index) => boundEmployee(member, index, calendar))
  const unbound = Array.from({ length: UNBOUND }, (_, index) => unboundEmployee(index, calendar, chance))
  return [...bound, ...unbound].map(employee => ({ ...employee, searchTerms: searchTermsOf(employee) }))
}

/** Whoever is still here has come within so many days. */
const SEEN_WITHIN_DAYS = 3
const LEFT_DAYS_AGO = 40

type RosterEntry = Omit<EmployeeDocument, 'searchTerms'>

function boundEmployee(member: CastMember, index: number, calendar: Calendar): RosterEntry {
  const { key, employeeId, name, department, site, joinedOn, left = false } = member
  return {
    _id: employeeId,
    name,
    phone: member.phone ?? `1390001${String(7_000 + index * 13).padStart(4, '0')}`,
    department,
    site,
    joinedOn,
    status: left ? 'left' : 'active',
    openid: `demo-${key}`,
    boundAt: calendar.at(130, '9:30'),
    agreedPrivacyVersion: PRIVACY_VERSION,
    seenOn: dayOf(calendar.at(left ? LEFT_DAYS_AGO : index % SEEN_WITHIN_DAYS, '9:00')),
    grants: grantsOf(member, calendar),
  }
}

function unboundEmployee(index: number, calendar: Calendar, chance: Chance): RosterEntry {
  const employeeId = `VC0${FIRST_UNBOUND_NUMBER + index * 7}`
  const [site, departments] = chance.pick(PLACES)
  return {
    _id: employeeId,
    name: chance.pick(FAMILY_NAMES) + chance.pick(GIVEN_NAMES),
    phone: `1360002${String(1_000 + index * 3).padStart(4, '0')}`,
    department: chance.pick(departments),
    site,
    joinedOn: index < NEWCOMERS ? dayOf(calendar.at(index + 2, '9:00')) : someDay(chance),
    status: 'active',
    openid: `unbound:${employeeId}`,
    boundAt: null,
    agreedPrivacyVersion: null,
    grants: [],
  }
}

function someDay(chance: Chance): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${chance.whole(2012, 2025)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
}

/** A colleague as others see them. */
export function personOf({ _id, name, site, department }: EmployeeDocument): Person {
  return { employeeId: _id, name, site, department }
}
