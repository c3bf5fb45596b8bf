import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ShareButton } from './ShareButton'

/** Two ways to pass on what one looks at: to everybody in 沃谈会, or to a chat. */
export function ShareRow({ onPost }: { onPost: () => unknown }) {
  return (
    <Card padding="compact">
      <View className="row gap-8">
        <View className="grow t14">想叫上同事</View>
        <Button kind="soft" size="small" icon="say" onTap={onPost}>
          发到沃谈会
        </Button>
        <ShareButton />
      </View>
    </Card>
  )
}
