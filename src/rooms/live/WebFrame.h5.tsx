/// <reference lib="dom" />
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'

/** A browser does not lock a stranger's page into ours: it says where the page lies, and opens it beside. */
export function WebFrame({ url }: { url: string }) {
  return (
    <View className="pad mt-16">
      <Card>
        <View className="t16 medium">画面在另一个网页上</View>
        <View className="t12 secondary mt-4" style={{ wordBreak: 'break-all' }}>
          {url}
        </View>
        <View className="mt-16">
          <Button block icon="play" onTap={() => window.open(url, '_blank', 'noopener')}>
            打开网页
          </Button>
        </View>
      </Card>
    </View>
  )
}
