import { View } from '@tarojs/components'
import { fileUrl } from '@/api'
import { Picture } from '@/ui/picture/Picture'
import './orderRow.scss'

/** A small picture on its own ground. */
export function GoodThumb({ good }: { good: { coverFileId: string; coverGround: string } }) {
  return (
    <View className="picture-ground order-row__ground" style={{ background: good.coverGround }}>
      <Picture src={fileUrl(good.coverFileId)} alt="" width={56} fit="contain" />
    </View>
  )
}
