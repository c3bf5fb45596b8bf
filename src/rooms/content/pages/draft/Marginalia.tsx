import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { sayWhen } from '@/ui/clock/moment'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import type { Opened } from './articleDraft'

/** Why it came back, or was taken down. */
export function Remark({ remark, now }: { remark: NonNullable<Opened['remark']>; now: number }) {
  return (
    <View className="pad">
      <View className="draft__remark">
        <View className="t14 medium">{remark.words}</View>
        <View className="t12 secondary">
          {remark.by} · {sayWhen(remark.at, now)}
        </View>
      </View>
    </View>
  )
}

/** Which pictures WeChat has refused. */
export function Refused({ places }: { places: readonly string[] }) {
  if (places.length === 0) return null
  return (
    <View className="pad">
      <View className="draft__remark">
        <View className="t14 medium">没有通过微信的检查：{places.join('、')}</View>
        <View className="t12 secondary">同事看不到，换掉再交</View>
      </View>
    </View>
  )
}

/** What is written here would replace something that is out. */
export function Revision() {
  return (
    <View className="pad">
      <View className="draft__remark t14">
        这是已发布文章的新一版。主编发布以前，同事看到的还是原来那版；评论、点赞和收藏都会留着。
      </View>
    </View>
  )
}

/** Somebody has saved another version: what is written here goes on from it, or is put away. */
export function ChangedMeanwhile({ onKeep, onDrop }: { onKeep: () => void; onDrop: () => void }) {
  return (
    <View className="pad">
      <View className="draft__remark">
        <View className="t14 medium">有人存过新的版本，下面是你还没存的</View>
        <View className="row gap-8">
          <Button kind="text" onTap={onKeep}>
            接着用我写的
          </Button>
          <Button kind="text" onTap={onDrop}>
            换成新的版本
          </Button>
        </View>
      </View>
    </View>
  )
}

/** What was saved before, the newest first. */
export function Versions({ opened, onOpen }: { opened: Opened; onOpen: (version: number) => void }) {
  const { versions, now } = opened
  if (versions.length === 0) return null
  return (
    <View>
      <SectionHeader title="存过的版本" />
      {versions.map(({ version, title, by, at }, index) => (
        <ListRow
          key={version}
          lead="history"
          title={<View className="clamp-1">{title || '还没有标题'}</View>}
          meta={`${by} · ${sayWhen(at, now)}${index === 0 ? ' · 现在这版' : ''}`}
          onTap={() => onOpen(version)}
        />
      ))}
    </View>
  )
}
