import { openPage } from '@/rooms/open'
import { Coin } from '@/ui/coin/Coin'
import { ListRow } from '@/ui/listRow/ListRow'
import { sayPrize, sayRule } from '../../words'
import type { Opened } from './parts'

interface RewardRowProps {
  reward: Opened['broadcast']['reward']
  /** What it has brought already. */
  earned: number | null
}

/** What taking part brings. */
export function RewardRow({ reward, earned }: RewardRowProps) {
  if (!reward) return null
  return (
    <ListRow
      lead="coin"
      title={earned === null ? sayRule(reward) : '参与奖励到账了'}
      meta={earned === null ? '直播时算数，每场一次' : '在沃币明细里能看到'}
      end={<Coin amount={earned ?? reward.coins} size={16} />}
      {...(earned === null ? {} : { onTap: () => openPage('coin/statement') })}
    />
  )
}

/** What can be won, how the draw stands, and the way to check it. */
export function DrawRow({ broadcastId, draw }: { broadcastId: string; draw: Opened['draw'] }) {
  if (!draw) return null
  const prizes = draw.prizes.map(sayPrize).join('、')
  const standing = {
    open: '种子已封存，开奖后人人能验',
    closed: `名单已封，${draw.entries} 位同事在内`,
    drawn: `${draw.entries} 位同事里抽出 ${draw.winners.length} 位，验一验`,
  }
  return (
    <ListRow
      lead="gift"
      title={draw.state === 'drawn' ? '开奖了' : `抽奖：${prizes}`}
      meta={standing[draw.state]}
      onTap={() => openPage('live/draw', { broadcastId })}
    />
  )
}
