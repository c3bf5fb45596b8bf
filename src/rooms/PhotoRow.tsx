import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { fileUrl } from '@/api'
import { Picture } from '@/ui/picture/Picture'

export interface PhotoRowProps {
  fileIds: readonly string[]
  /** Read aloud with the place. */
  alt: string
}

/** What words don't say, side by side; a tap shows it whole. */
export function PhotoRow({ fileIds, alt }: PhotoRowProps) {
  if (fileIds.length === 0) return null
  const urls = fileIds.map(fileUrl)
  return (
    <View className="row gap-8 mt-8">
      {urls.map((src, index) => (
        <Picture
          key={src}
          src={src}
          alt={`${alt}，第 ${index + 1} 张`}
          width={72}
          height={72}
          onTap={() => void Taro.previewImage({ urls, current: src })}
        />
      ))}
    </View>
  )
}
