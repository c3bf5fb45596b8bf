import { View } from '@tarojs/components'
import { api, type Output, useCommand, usePagesOf } from '@/api'
import { Face } from '@/rooms/Face'
import { usePageParams } from '@/rooms/usePageParams'
import { Button } from '@/ui/button/Button'
import { Icon } from '@/ui/icon/Icon'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { PostPages } from '../../components/PostPages'
import { PostSkeleton } from '../../components/PostSkeleton'
import { belonging } from '../../post'
import { usePostPages } from '../../usePostPages'
import './author.scss'

type Opened = Output<typeof api.forum.openAuthor>

function Who({ author, intro, phone, isMe, following }: Opened) {
  const { employeeId: authorId, name, official } = author
  const follow = useCommand(api.forum.followAuthor, {
    outdates: [api.forum.openAuthor, api.forum.openFollowing],
  })
  return (
    <View className="author">
      <Face of={author} size={64} />
      <View className="author__words">
        <View className="author__name">
          {name}
          {official ? <Icon name="verified" size={20} className="author__seal" /> : null}
        </View>
        <View className="t12 secondary">{intro || belonging(author)}</View>
        {phone ? <View className="t12 secondary">{phone}</View> : null}
      </View>
      {isMe ? null : (
        <View className="author__follow">
          <Button
            kind={following ? 'secondary' : 'primary'}
            size="small"
            onTap={() => follow.run({ authorId, following: !following })}
          >
            {following ? '已关注' : '关注'}
          </Button>
        </View>
      )}
    </View>
  )
}

/** Who somebody is that writes here, a colleague or an official account, and what they have posted. */
export default function AuthorPage() {
  const { authorId = '' } = usePageParams()
  const query = usePagesOf(api.forum.openAuthor, { authorId })
  const now = usePostPages(query)
  const official = query.data?.pages[0]?.author.official ?? false
  return (
    <Screen
      nav={<Nav title={official ? '官方账号' : '同事主页'} />}
      query={query}
      skeleton={<PostSkeleton />}
    >
      {({ pages }) => (
        <>
          {pages[0] ? <Who {...pages[0]} /> : null}
          {pages.every(page => page.posts.length === 0) ? (
            <View className="author__none">还没有发过帖</View>
          ) : (
            <PostPages pages={pages} now={now} query={query} />
          )}
        </>
      )}
    </Screen>
  )
}
