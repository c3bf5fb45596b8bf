import { levelOf, nextLevel } from '@domain/growth/levels'
import { grouped } from '@domain/kernel/grouped'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import './levelBar.scss'

/** "再有 540 升到「领航员」" */
function sayNext(experience: number): string {
  const next = nextLevel(experience)
  return next ? `再有 ${grouped(next.missing)} 升到「${next.level.name}」` : '已经是最高一级'
}

interface LevelBarProps {
  experience: number
  /** Where experience is the one number of the page. */
  large?: boolean
}

/** How far experience is on its way to the next level. */
export function LevelBar({ experience, large = false }: LevelBarProps) {
  const next = nextLevel(experience)
  const goal = next?.level.threshold ?? levelOf(experience).threshold
  const percent = Math.min(100, Math.round((100 * experience) / Math.max(1, goal)))
  return (
    <View className="level-bar">
      <View className="level-bar__words">
        {large ? (
          <View className="level-bar__number">
            <View className="t28 bold">{grouped(experience)}</View>
            <View className="t14 secondary">经验值</View>
          </View>
        ) : (
          <View className="t14 medium">经验 {grouped(experience)}</View>
        )}
        <View className="t14 secondary">{sayNext(experience)}</View>
      </View>
      <View className="level-bar__track" {...spokenAs('img')} aria-label={sayNext(experience)}>
        <View className="level-bar__done" style={{ width: `${percent}%` }} />
      </View>
    </View>
  )
}
