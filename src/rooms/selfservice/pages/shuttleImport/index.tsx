import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useCommand } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { replacePage } from '@/rooms/open'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { toast } from '@/ui/toast/store'
import { pickFeed } from '../../feedFile'
import { draftQueries } from '../../outdated'
import { FeedReport, type Report } from './FeedReport'
import './report.scss'

function useCheck(onChecked: (report: Report | undefined) => void) {
  const check = useCommand(api.selfservice.checkFeed, { outdates: draftQueries, onDone: onChecked })
  return async () => {
    try {
      const files = await pickFeed()
      if (files.length === 0) return
      // What was said of another file is no answer to this one.
      onChecked(undefined)
      await check.run({ files })
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
}

/** 导入 GTFS: choose a feed, read what is in it, and go on with the draft that it became. */
export default function ShuttleImportPage() {
  const [report, setReport] = useState<Report>()
  const choose = useCheck(setReport)
  const versionId = report?.versionId
  return (
    <Screen
      column
      nav={<Nav title="导入 GTFS" />}
      side={<DeskMenu here="selfservice/shuttleDesk" />}
      bar={
        <BottomBar consequence={report ? undefined : '先核对，不会直接改线上的时刻表'}>
          {versionId ? (
            <>
              <Button kind="secondary" onTap={choose}>
                换一份
              </Button>
              <Button onTap={() => replacePage('selfservice/shuttleDraft', { versionId })}>看草稿</Button>
            </>
          ) : (
            <Button icon="doc" onTap={choose}>
              {report ? '改好了，再选一次' : '选择文件并核对'}
            </Button>
          )}
        </BottomBar>
      }
    >
      <View className="pad column gap-12">
        <Card>
          <View className="t16 medium">选一份 GTFS 时刻表</View>
          <View className="t14 secondary mt-4">
            一个 zip，或者里面的 txt：agency、stops、routes、trips、stop_times，加上 calendar 或
            calendar_dates。有一处不对就整份不收，并告诉你是哪个文件的哪一行。
          </View>
        </Card>
        {report ? <FeedReport report={report} /> : null}
      </View>
    </Screen>
  )
}
