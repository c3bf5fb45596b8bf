import { isEditable } from '@domain/forum/editing'
import { grouped } from '@domain/kernel/grouped'
import { Text, View } from '@tarojs/components'
import { openBoard } from '@/rooms/funPlace'
import { openPage } from '@/rooms/open'
import { tappable } from '@/ui/a11y/tappable'
import { Chip } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { Icon } from '@/ui/icon/Icon'
import { AttachedCard } from '../../components/AttachedCard'
import { Byline } from '../../components/Byline'
import { PollBox } from '../../components/PollBox'
import { PostBadges } from '../../components/PostBadges'
import { PostPictures } from '../../components/PostPictures'
import { PostText } from '../../components/PostText'
import { Strip } from '../../components/Strip'
import type { Post } from '../../post'
import './post.scss'
import { spokenAs } from '@/ui/a11y/spoken'

/** What of one's own pictures nobody sees, and the way to another one while there is time. */
function RefusedPictures({ post: { postId, postedAt, refusedPictures }, now }: { post: Post; now: number }) {
  if (!refusedPictures) return null
  const way = { words: '换图片', onTap: () => openPage('forum/edit', { postId }) }
  return (
    <View className="mt-12">
      <Strip
        title={`${refusedPictures} 张图片没有通过检查`}
        note="只有你看得到这句"
        way={isEditable(postedAt, now) ? way : undefined}
      />
    </View>
  )
}

interface PostBodyProps {
  post: Post
  /** How many others have read it. */
  readers: number
  now: number
}

/** The post itself, whole. */
export function PostBody({ post, readers, now }: PostBodyProps) {
  return (
    <View className="post">
      <Byline author={post.author} when={sayWhen(post.postedAt, now)} linked />
      <PostBadges post={post} onTop={post.pinned} />
      <View className="post__title" {...spokenAs('heading', 2)}>
        {post.title}
      </View>
      <Text className="post__text" userSelect>
        <PostText post={post} linked />
      </Text>
      <PostPictures post={post} />
      <RefusedPictures post={post} now={now} />
      {post.poll ? <PollBox postId={post.postId} poll={post.poll} now={now} /> : null}
      {post.card ? (
        <View className="mt-16">
          <AttachedCard card={post.card} now={now} />
        </View>
      ) : null}
      <View className="post__foot">
        {/* What stands beside a thing of another room is on no board. */}
        {post.boardName ? (
          <Chip soft label={`看「${post.boardName}」的帖子`} onTap={() => openBoard(post.boardId)}>
            {post.boardName}
          </Chip>
        ) : null}
        {post.editedAt === null ? null : (
          <View
            className="post__edited"
            {...tappable(`${sayWhen(post.editedAt, now)}编辑过，看以前的版本`)}
            onClick={() => openPage('forum/edits', { postId: post.postId })}
          >
            已编辑
            <Icon name="next" size={16} />
          </View>
        )}
        {readers > 0 ? <View className="post__readers">{grouped(readers)} 人看过</View> : null}
      </View>
      {post.hidden ? (
        <View className="t12 secondary mt-8">已暂时隐去，只有作者和版主看得到，24 小时内会有答复</View>
      ) : null}
    </View>
  )
}
