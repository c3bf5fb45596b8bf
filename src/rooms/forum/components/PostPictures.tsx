import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { fileUrl } from '@/api'
import { PictureGrid } from '@/ui/picture/PictureGrid'
import type { Post } from '../post'

const CLIPPED_TO = 3

/** A post's pictures; a tap opens them all, also those that a clipped row leaves out. */
export function PostPictures({ post, clipped = false }: { post: Post; clipped?: boolean }) {
  const urls = post.images.map(image => fileUrl(image.fileId))
  if (urls.length === 0) return null
  const shown = clipped ? urls.slice(0, CLIPPED_TO) : urls
  const checking = post.images.filter(image => image.state === 'checking').length
  return (
    <View className="mt-12">
      <PictureGrid
        pictures={shown}
        alt={`${post.author.name}的图片`}
        onOpen={index => void Taro.previewImage({ urls, current: urls[index] ?? '' })}
      />
      {shown.length < urls.length ? (
        <View className="t12 secondary mt-4">共 {urls.length} 张，点开看全部</View>
      ) : null}
      {checking > 0 ? (
        <View className="t12 secondary mt-4">{checking} 张图片在检查，通过后同事就能看到</View>
      ) : null}
    </View>
  )
}
