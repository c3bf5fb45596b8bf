import { Text, View } from '@tarojs/components'
import { Badge } from '@/ui/badge/Badge'
import { sayWhen } from '@/ui/clock/moment'
import { Byline } from '../../components/Byline'
import { PostPictures } from '../../components/PostPictures'
import type { Post } from '../../post'
import './post.scss'
import { spokenAs } from '@/ui/a11y/spoken'

/** The post itself, whole. */
export function PostBody({ post, now }: { post: Post; now: number }) {
  return (
    <View className="post">
      <Byline author={post.author} when={sayWhen(post.postedAt, now)} />
      <View className="post__title" {...spokenAs('heading', 2)}>
        {post.title}
      </View>
      <Text className="post__text" userSelect>
        {post.body}
      </Text>
      <PostPictures post={post} />
      <View className="mt-12 row">
        <Badge tone="accent">{post.boardName}</Badge>
      </View>
      {post.hidden ? (
        <View className="t12 secondary mt-8">已暂时隐去，只有作者和版主看得到，24 小时内会有答复</View>
      ) : null}
    </View>
  )
}
