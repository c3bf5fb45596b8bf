import type { Milestone, MilestonePicture } from '@domain/brand/story'
import { View } from '@tarojs/components'
import belt from '@/assets/covers/belt.svg'
import estate from '@/assets/covers/estate.svg'
import factory from '@/assets/covers/factory.svg'
import fjord from '@/assets/covers/fjord.svg'
import ov4 from '@/assets/covers/ov4.svg'
import { spokenAs } from '@/ui/a11y/spoken'
import { Picture } from '@/ui/picture/Picture'

const pictures: Record<MilestonePicture, string> = { ov4, belt, estate, suv: fjord, factory }

/** Years down the left, a line through all of them; the last one is where the company stands. */
export function Milestones({ told }: { told: readonly Milestone[] }) {
  return (
    <View className="milestones" {...spokenAs('list')}>
      {told.map(({ year, picture, title, words }) => (
        <View key={`${year}-${title}`} className="milestones__one" {...spokenAs('listitem')}>
          <View className="milestones__year">{year}</View>
          <View className="milestones__dot" />
          <View className="milestones__words">
            <View className="t16 bold">{title}</View>
            <View className="t14 secondary mt-4">{words}</View>
          </View>
          {picture ? (
            <View className="milestones__picture">
              <Picture src={pictures[picture]} alt="" width={80} height={60} />
            </View>
          ) : null}
        </View>
      ))}
    </View>
  )
}
