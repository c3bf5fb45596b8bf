import { View } from '@tarojs/components'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'

interface CallBarProps {
  /** When whoever asks for it is called: "开始前 10 分钟". */
  when: string
  /** Whether I have asked for it. */
  asked: boolean
  onTap: () => unknown
}

/** The bar of what begins later: to be called before it does, or not after all. */
export function CallBar({ when, asked, onTap }: CallBarProps) {
  const sentence = (
    <View>
      <View className="t14 medium" style={{ color: 'var(--ink)' }}>
        {asked ? '到时候叫你' : `${when}叫你`}
      </View>
      收件箱和微信各一次
    </View>
  )
  return (
    <BottomBar consequence={sentence}>
      {asked ? (
        <Button kind="secondary" onTap={onTap}>
          不用提醒了
        </Button>
      ) : (
        <Button icon="bell" onTap={onTap}>
          提醒我
        </Button>
      )}
    </BottomBar>
  )
}
