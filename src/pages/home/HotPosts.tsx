import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type api, type Output, useHeldIds } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'

const SHOWN_MAX = 5

const openTalk = () => void Taro.switchTab({ url: '/pages/fun/index' })

/** 大家在聊: the hottest posts, by title alone. */
export function HotPosts({ posts }: { posts: Output<typeof api.content.openHome>['hot'] }) {
  const held = useHeldIds()
  const shown = posts.filter(({ postId }) => !held.has(postId))
  return (
    <Card padding="none">
      <SectionHeader title="大家在聊" more="去沃谈会" onMore={openTalk} />
      {shown.length === 0 ? (
        <View className="hot-posts__none">
          <View className="t14 secondary">还没有人说话，开个头吧</View>
          <Button kind="soft" size="small" onTap={() => openPage('forum/compose')}>
            发一帖
          </Button>
        </View>
      ) : null}
      {shown.slice(0, SHOWN_MAX).map((post, index) => (
        <ListRow
          key={post.postId}
          lead={
            <View className={`hot-posts__rank${index === 0 ? ' hot-posts__rank--first' : ''}`}>
              {index + 1}
            </View>
          }
          title={<View className="clamp-2">{post.title}</View>}
          meta={`${post.boardName} · ${post.comments} 条评论 · ${post.likes} 赞`}
          chevron={false}
          onTap={() => openPage('forum/post', { postId: post.postId })}
        />
      ))}
    </Card>
  )
}
