import type { NewsDocument } from '../../cloudfunctions/notice/store'
import { type Audience, audienceKey, type Voice } from '../../domain/notice/news'
import type { World } from './world'

interface Told {
  when: [daysAgo: number, clock: string]
  voice: Voice
  from: string
  by: string
  audience: Audience
  to: string
  title: string
  body: string
  withdrawn?: boolean
}

const everybody: Audience = { kind: 'all', value: '' }

const told: readonly Told[] = [
  {
    when: [0, '07:00'],
    voice: 'company',
    from: '公司',
    by: 'wangyanqiu',
    audience: { kind: 'city', value: '上海' },
    to: '上海的同事',
    title: '3 号线，12 月 1 日起早 6 分钟',
    body: '外环北段开始修路，3 号线早班 7:52 改为 7:46 发车，其余站点依次提前 6 分钟。晚班不变。\n\n有疑问请到「班车」里留言，行政当天回复。',
  },
  {
    when: [1, '17:30'],
    voice: 'union',
    from: '工会',
    by: 'wangyanqiu',
    audience: everybody,
    to: '所有同事',
    title: '年终慰问礼开始选了',
    body: '今年有三样：羊毛披毯、保温杯，或者把等值的钱捐给「衣物漂流」。12 月 5 日前在商城里选一样，不选的统一寄保温杯。\n\n外派和休产假的同事请写家里的地址。',
  },
  {
    when: [2, '09:00'],
    voice: 'company',
    from: '公司',
    by: 'wangyanqiu',
    audience: everybody,
    to: '所有同事',
    title: '成都工厂 500 天零损工',
    body: '从去年 7 月起，成都工厂 500 天没有一起损工。周五 15:00 总装车间门口有一个小小的仪式，在成都的同事都欢迎来。',
  },
  {
    when: [2, '14:10'],
    voice: 'association',
    from: '光影摄影社',
    by: 'linxiaochuan',
    audience: { kind: 'association', value: 'lens' },
    to: '光影摄影社的会员',
    title: '年展征集：一张今年最喜欢的',
    body: '每人一张，横竖都行，写三十个字以内的话。12 月 10 日前发到协会的照片墙，选出二十四张挂在一号楼大厅。',
  },
  {
    when: [4, '10:20'],
    voice: 'company',
    from: '公司',
    by: 'wangyanqiu',
    audience: { kind: 'department', value: '研发采购' },
    to: '研发采购的同事',
    title: '周五下午盘点，样件间不开门',
    body: '周五 13:00 到 17:00 样件间盘点，要领样件的请在上午来。',
  },
  {
    when: [5, '16:40'],
    voice: 'union',
    from: '工会',
    by: 'wangyanqiu',
    audience: everybody,
    to: '所有同事',
    title: '体检预约改到 12 月 20 日',
    body: '医院排期有变，体检预约顺延到 12 月 20 日。',
    withdrawn: true,
  },
]

/**
 * What the company, the union and an association have told many in the last week.
 * @param members how many are in an association
 */
export function newsOf(
  { calendar, chance, roster, who }: World,
  members: (associationId: string) => number,
): NewsDocument[] {
  const active = roster.filter(({ status }) => status === 'active')
  const reachOf = ({ kind, value }: Audience): number => {
    if (kind === 'city') return active.filter(({ site }) => site === value).length
    if (kind === 'department') return active.filter(({ department }) => department === value).length
    return kind === 'all' ? active.length : members(value)
  }
  return told.map(({ when, by, withdrawn = false, audience, ...words }) => {
    const at = calendar.at(...when)
    const key = audienceKey(audience)
    const { _id: employeeId, name } = who(by)
    return {
      _id: chance.id(at),
      ...words,
      audience,
      audienceKey: withdrawn ? '' : key,
      sentKey: key,
      state: withdrawn ? 'withdrawn' : 'sent',
      reach: reachOf(audience),
      sentBy: { employeeId, name },
      at,
    }
  })
}
