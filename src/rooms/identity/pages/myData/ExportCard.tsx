import { View } from '@tarojs/components'
import { api, type Output, useCommand } from '@/api'
import { whenLabel } from '@/rooms/identity/whenLabel'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { linkVerb, saveLink } from '../../saveLink'

type Opened = Output<typeof api.identity.openMyData>

/** Everything in one file: asked for, gathered, fetched. */
export function ExportCard({ asked }: { asked: Opened['export'] }) {
  const request = useCommand(api.identity.requestExport, { outdates: [api.identity.openMyData] })
  const proceed = useCommand(api.identity.continueExport, {
    outdates: [api.identity.openMyData],
    onDone: ({ url }) => void saveLink(url),
  })
  const begin = async () => {
    if (await request.run({})) await proceed.run({})
  }
  return (
    <Card>
      <View className="t16 bold">导出我的数据</View>
      <View className="t14 secondary mt-4">
        一个压缩包：一份 JSON，每类一张表格。准备好后保留 24 小时，只有你能打开。
      </View>
      <View className="mt-12">
        {asked ? (
          <Button block onTap={() => proceed.run({})}>
            {asked.state === 'ready' ? linkVerb : '接着准备'}
          </Button>
        ) : (
          <Button block onTap={begin}>
            导出
          </Button>
        )}
      </View>
      {asked ? <View className="t12 secondary mt-8">{whenLabel(asked.expiresAt)}之前可以取</View> : null}
    </Card>
  )
}
