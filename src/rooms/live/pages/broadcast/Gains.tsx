import { drawRuleOf } from '@domain/live/reward'
import { View } from '@tarojs/components'
import { useSession } from '@/api'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Coin } from '@/ui/coin/Coin'
import { Icon } from '@/ui/icon/Icon'
import { ListRow } from '@/ui/listRow/ListRow'
import { sayPrizes, sayRule } from '../../words'
import type { Opened } from './parts'

interface RewardRowProps {
  reward: Opened['broadcast']['reward']
  /** What it has brought already. */
  earned: number | null
}

const sayGot = (earned: number) => (earned > 0 ? '参与奖励到账了' : '今天的参与奖励到上限了')

/** What taking part brings. */
export function RewardRow({ reward, earned }: RewardRowProps) {
  if (!reward) return null
  return (
    <ListRow
      lead="coin"
      title={earned === null ? sayRule(reward) : sayGot(earned)}
      meta={earned === null ? '直播时算数，每场一次' : '在沃币明细里能看到'}
      end={<Coin amount={earned ?? reward.coins} size={16} />}
      {...(earned === null ? {} : { onTap: () => openPage('coin/statement') })}
    />
  )
}

interface DrawProps {
  opened: Opened
}

/** What the draw is called once it is over, by whoever looks at it. */
function useDrawn({ draw }: Opened): string {
  const { me } = useSession()
  const isMine = draw?.winners.some(({ employeeId }) => employeeId === me?.employeeId)
  return isMine ? '你抽中了' : '开奖了'
}

/** What can be won, how the draw stands, and the way to check it. */
export function DrawRow({ opened, over = false }: DrawProps & { over?: boolean }) {
  const drawn = useDrawn(opened)
  const { draw, broadcast } = opened
  if (!draw) return null
  const standing = {
    open: over ? '等主理封名单、开奖' : `${sayRule(drawRuleOf(broadcast.reward))}，自动参加，开奖后人人能验`,
    closed: `名单已封，${draw.entries} 位同事在内`,
    drawn: `${draw.entries} 位同事里抽出 ${draw.winners.length} 位，验一验`,
    nobody: '这次没有人达到条件',
    givenUp: '这次没有开奖',
  }
  return (
    <ListRow
      lead="gift"
      title={draw.state === 'drawn' ? drawn : `抽奖：${sayPrizes(draw)}`}
      meta={standing[draw.state]}
      onTap={() => openPage('live/draw', { broadcastId: broadcast.broadcastId })}
    />
  )
}

/** The reward while it is on: how far the reader has come, beside the messages and not before them. */
export function RewardTile({ reward, earned, minutes }: RewardRowProps & { minutes: number }) {
  if (!reward) return null
  const isThere = earned !== null
  const way = isThere ? { ...tappable(), onClick: () => openPage('coin/statement') } : {}
  return (
    <View className="live-gain" {...way}>
      <View className="row gap-8">
        <Coin amount={earned ?? reward.coins} size={14} />
        <View className="grow t12 secondary live-gain__end">
          {isThere ? <Icon name="next" size={16} /> : `已看 ${minutes} 分钟`}
        </View>
      </View>
      <View className="t12 secondary mt-4">{isThere ? sayGot(earned) : sayRule(reward)}</View>
    </View>
  )
}

/** The draw while it is on. */
export function DrawTile({ opened }: DrawProps) {
  const drawn = useDrawn(opened)
  const { draw } = opened
  if (!draw) return null
  const { broadcastId } = opened.broadcast
  const standing = {
    open: sayPrizes(draw),
    closed: `名单已封，${draw.entries} 位`,
    drawn: `抽出 ${draw.winners.length} 位，验一验`,
    nobody: '这次没有人达到条件',
    givenUp: '这次没有开奖',
  }
  return (
    <View className="live-gain" {...tappable()} onClick={() => openPage('live/draw', { broadcastId })}>
      <View className="row gap-8">
        <Icon name="gift" size={16} />
        <View className="grow t14 medium">{draw.state === 'drawn' ? drawn : '抽奖'}</View>
        <Icon name="next" size={16} />
      </View>
      <View className="t12 secondary mt-4">{standing[draw.state]}</View>
    </View>
  )
}
