import { grouped } from '@domain/kernel/grouped'
import { isOver } from '@domain/live/broadcast'
import type { api, Output } from '@/api'
import { sayRule } from './words'

export type OpenedDraw = Output<typeof api.live.openDraw>

interface Standing {
  title: string
  meta: string
}

/** What somebody wants to know first of a draw: whether they are in it, whether they have won, and what comes next. */
export function standingOf(opened: OpenedDraw): Standing {
  const { draw, mine } = opened
  switch (draw.state) {
    case 'open':
      return openStanding(opened)
    case 'closed':
      return {
        title: mine ? '你在名单里' : '这次你不在名单里',
        meta: `名单封好了，${draw.entries} 位同事在内，等主理开奖`,
      }
    case 'drawn':
      return drawnStanding(opened)
    case 'nobody':
      return { title: '这次没有人达到条件', meta: '没有谁可抽，种子照样公布' }
    case 'givenUp':
      return { title: '这次没有开奖', meta: '名单封过，主理决定不开奖' }
  }
}

function openStanding({ status, rule, own }: OpenedDraw): Standing {
  const over = isOver(status)
  const when = over ? '直播结束了，等主理封名单、开奖' : '直播开始后，主理先封名单，再当场开奖'
  if (own.isHost) return { title: '你是主理，不参加抽奖', meta: when }
  if (own.minutes >= rule.minutes && (own.spoken || !rule.message))
    return { title: '你已经达到条件', meta: `封名单时你在内。${when}` }
  const left = [
    own.minutes < rule.minutes ? `已看 ${own.minutes} 分钟` : '时间够了',
    rule.message ? (own.spoken ? '已留言' : '还没留言') : '',
  ]
  return {
    title: over ? '这次你没有达到条件' : `${sayRule(rule)}，自动参加`,
    meta: status === 'before' ? when : `${left.filter(Boolean).join('，')}。${when}`,
  }
}

function drawnStanding({ draw, mine }: OpenedDraw): Standing {
  const { winners, prizes, entries, coins } = draw
  const won = winners.find(({ code }) => code === mine)
  const prize = won && prizes[won.prize]
  if (prize)
    return prize.kind === 'gift'
      ? { title: `抽中了：${prize.name}`, meta: '主理会联系你领取' }
      : { title: `抽中了：${grouped(coins)} 沃币`, meta: '一分钟内到账，当天有上限的以明细为准' }
  const outcome = `${entries} 位同事里抽出 ${winners.length} 位`
  return { title: mine ? '这次没抽中' : '这次你不在名单里', meta: outcome }
}
