import { PER_AUTHOR_MAX } from '@domain/forum/topics'
import { View } from '@tarojs/components'
import { api, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { type Heat, heatRows, heatRules, sayHeat } from '../heatWords'
import './heatSheet.scss'

interface HeatSheetProps {
  postId: string
  open: boolean
  onClose: () => void
  /** Opened from a list: the post itself is one tap further. */
  leads?: boolean
}

function Rules() {
  return (
    <>
      <View className="heat-sheet__rule">
        <Icon name="shield" size={20} />
        <View className="grow">同一个人的赞和收藏只算一次。置顶不加热度，沃币也买不到名次。</View>
      </View>
      <View className="heat-sheet__rule">
        <Icon name="clock" size={20} />
        <View className="grow">夜里、周末和节假日不算时间，周五晚上的好帖周一还在。</View>
      </View>
    </>
  )
}

function Reasons({ heat }: { heat: Heat }) {
  return (
    <>
      <View className="t14 secondary">{heat.title}</View>
      <View className="heat-sheet__sum">
        <View className="t28 bold">{sayHeat(heat.heat)}</View>
        <View className="t14 secondary">
          热度，{heat.rank === null ? '一百名以外' : `第 ${heat.rank} 名`}
        </View>
      </View>
      <View className="heat-sheet__rows">
        {heatRows(heat).map(({ what, each, value }) => (
          <View key={each} className="heat-sheet__row">
            <View className="grow">
              {what} <View className="heat-sheet__each">{each}</View>
            </View>
            <View className="medium">{value}</View>
          </View>
        ))}
      </View>
      <Rules />
    </>
  )
}

/** How heat is counted, without a post to count it for. */
export function HeatRulesSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet open={open} title="热度怎么算的" onClose={onClose}>
      <View className="t14 secondary">
        话题的热度，是说到它的帖子加在一起，一个人最多算 {PER_AUTHOR_MAX} 篇
      </View>
      <View className="heat-sheet__rows mt-12">
        {heatRules.map(({ what, value }) => (
          <View key={what} className="heat-sheet__row">
            <View className="grow">{what}</View>
            <View className="medium">{value}</View>
          </View>
        ))}
      </View>
      <Rules />
    </Sheet>
  )
}

/** Why a post stands where it stands, in numbers that can be added up. */
export function HeatSheet({ postId, open, onClose, leads = false }: HeatSheetProps) {
  const query = useQueryOf(api.forum.openHeat, { postId }, { enabled: open, staleMs: 0, kept: false })
  const look = (
    <Button
      onTap={() => {
        onClose()
        openPage('forum/post', { postId })
      }}
    >
      去看看
    </Button>
  )
  return (
    <Sheet open={open} title="为什么热" onClose={onClose} action={leads ? look : undefined}>
      {query.data ? <Reasons heat={query.data} /> : null}
      {query.isPending && !query.isError ? <SkeletonRows count={4} /> : null}
      {query.isError && !query.data ? (
        <Button kind="secondary" block icon="refresh" onTap={query.refetch}>
          没能算出来，再试一次
        </Button>
      ) : null}
    </Sheet>
  )
}
